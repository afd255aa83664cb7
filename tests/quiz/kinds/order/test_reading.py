from tests.quiz.kinds.questions import key, read

BODY = "{#o kind=order}\n## Wat eerst?\n\n1. stop\n2. bewaar\n3. vertel\n\n> Zo.\n"
STEPS = [key(one) for one in ("stop", "bewaar", "vertel")]


def test_steps_are_numbered():
    bullets = BODY.replace("1.", "-").replace("2.", "-").replace("3.", "-")
    assert [code for _, code in read(bullets)[1]] == ["no-options"]
