from tests.quiz.kinds.questions import marked, question, read, refused

BODY = "{#mag kind=judge act=post}\n## Mag dat?\n\nJe plaatst hem.\n\n> Hangt ervan af.\n"


def test_the_school_is_the_answer_key():
    assert marked(BODY, "not", "streng").right
    assert marked(BODY, "may", "stil").right
    assert refused(BODY, ["may", "not"]) == "answer-one-only"


def test_it_names_the_act_that_is_judged():
    assert question(BODY).act == "post"
    assert [code for _, code in read(BODY.replace(" act=post", ""))[1]] == ["judge-without-act"]
