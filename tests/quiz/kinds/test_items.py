from tests.quiz.kinds.questions import question, read

BODY = "{#o kind=order}\n## Wat eerst?\n\n1. **stop** nu\n   > Anders is het weg.\n2. bewaar\n3. vertel\n\n> Zo.\n"


def test_an_item_has_its_markup_its_words_and_its_reason():
    first = question(BODY).options[0]
    assert (first.html, first.text) == ("<strong>stop</strong> nu", "stop nu")
    assert first.explanation == "<p>Anders is het weg.</p>"


def test_no_words_and_too_many_items_are_told():
    assert [code for _, code in read(BODY.replace("2. bewaar", "2."))[1]] == ["empty-option"]
    many = "{#o kind=order}\n## Wat?\n\n" + "".join(f"{n}. stap {n}\n" for n in range(1, 30)) + "\n> Zo.\n"
    assert [code for _, code in read(many)[1]] == ["too-many-options"]
