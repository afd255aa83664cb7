from tests.quiz.kinds.questions import key, marked

BODY = "{#w}\n## Wie?\n\n- [x] Sem\n- [X] Aya\n- [ ] Bram\n  > Nee.\n\n> Beiden.\n"


def test_what_was_ticked_and_what_was_not_are_both_told():
    marks = marked(BODY, [key("Bram"), key("Sem")]).options
    assert [(one.given, one.expected, one.right) for one in marks] == [
        ("x", "x", True),
        ("", "x", False),
        ("x", "", False),
    ]
