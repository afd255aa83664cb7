from tests.quiz.kinds.questions import key, marked, refused

BODY = "{#o kind=order}\n## Wat eerst?\n\n1. stop\n2. bewaar\n3. vertel\n\n> Zo.\n"
STEPS = [key(one) for one in ("stop", "bewaar", "vertel")]


def test_every_step_has_its_place():
    assert marked(BODY, STEPS).right
    assert not marked(BODY, STEPS[::-1]).right
    assert refused(BODY, STEPS[:2]) == "answer-incomplete"
