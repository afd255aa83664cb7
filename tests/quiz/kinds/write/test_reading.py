from tests.quiz.kinds.questions import key, question, read

BODY = """{#schrijf kind=write}
## Twee zinnen

Schrijf ze op.

> Ik schrijf voor mezelf.

- Wie er spreekt
- Dat de school het anders kan zien
  > Kan, niet moet.

> Eerlijk is genoeg.
"""
WHO, OTHER = key("Wie er spreekt"), key("Dat de school het anders kan zien")


def test_the_quotation_above_the_list_is_the_example():
    asked = question(BODY)
    assert asked.example == "<p>Ik schrijf voor mezelf.</p>"
    assert asked.html == "<p>Schrijf ze op.</p>"
    assert asked.explanation == "<p>Eerlijk is genoeg.</p>"
    assert [one.text for one in asked.options] == ["Wie er spreekt", "Dat de school het anders kan zien"]
    assert not asked.counts


def test_without_an_example_there_is_nothing_to_hold_it_against():
    assert [code for _, code in read(BODY.replace("> Ik schrijf voor mezelf.\n\n", ""))[1]] == ["no-example"]
