from tests.quiz.kinds.questions import question, read

BODY = "{#mag kind=judge act=post}\n## Mag dat?\n\nJe plaatst hem.\n\n> Hangt ervan af.\n"


def test_it_names_the_act_that_is_judged():
    assert question(BODY).act == "post"
    assert [code for _, code in read(BODY.replace(" act=post", ""))[1]] == ["judge-without-act"]
