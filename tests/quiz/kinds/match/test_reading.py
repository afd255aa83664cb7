from course.quiz.meaning import meaning_of
from tests.quiz.builders import at
from tests.quiz.kinds.questions import key, question, read

BODY = """{#wie kind=match}
## Wiens *ja*?

Zoek wie erbij hoort.

- Een foto van Noor
  - Noor en haar **ouders**
- Een foto van je voeten
  - Niemand
- Een foto van de cavia
  - Niemand
  > Die wil een wortel.

> Kijk wie je herkent.
"""
NOOR, FEET, CAVIA = (
    key(one) for one in ("Een foto van Noor", "Een foto van je voeten", "Een foto van de cavia")
)
PARENTS, NOBODY = key("Noor en haar ouders"), key("Niemand")
RIGHT = {NOOR: PARENTS, FEET: NOBODY, CAVIA: NOBODY}


def test_each_item_holds_its_partner_and_two_may_have_the_same():
    read_one = question(BODY)
    assert [one.text for one in read_one.options] == [
        "Een foto van Noor",
        "Een foto van je voeten",
        "Een foto van de cavia",
    ]
    assert [one.partner.html for one in read_one.options] == [
        "Noor en haar <strong>ouders</strong>",
        "Niemand",
        "Niemand",
    ]
    assert [one.key for one in read_one.partners] == [PARENTS, NOBODY]
    assert read_one.options[2].explanation == "<p>Die wil een wortel.</p>"
    assert read_one.html == "<p>Zoek wie erbij hoort.</p>"


def test_an_item_without_one_partner_is_told():
    for broken in (BODY.replace("  - Niemand\n", "", 1), BODY.replace("  - Niemand\n", "  - A\n  - B\n", 1)):
        assert [code for _, code in read(broken)[1]] == ["item-without-partner"]


def test_another_partner_makes_it_another_question():
    other = question(BODY.replace("- Niemand\n- Een", "- Niemand anders\n- Een"))
    assert meaning_of(question(BODY), at("streng")) != meaning_of(other, at("streng"))
