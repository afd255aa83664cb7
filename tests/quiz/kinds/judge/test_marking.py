from tests.quiz.kinds.questions import marked, refused

BODY = "{#mag kind=judge act=post}\n## Mag dat?\n\nJe plaatst hem.\n\n> Hangt ervan af.\n"


def test_the_school_is_the_answer_key():
    assert marked(BODY, "not", "streng").right
    assert marked(BODY, "may", "stil").right
    assert refused(BODY, ["may", "not"]) == "answer-one-only"
