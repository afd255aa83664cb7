from course.scenario.texts import texts
from tests.scenario.lessons import lesson_of

TEXT = """## start

Hij rent.

::: chat Groep
noor: Kijk!
:::

:::: when chose=vragen
Toch weer.
::::

- [Vragen](#einde){id=vragen}
  > Hij knikt.

## einde
"""


def test_narrator_bubbles_conditional_pieces_choices_and_explanations_are_all_read():
    found = [text for _, text in texts(lesson_of(TEXT))]
    assert found == ["<p>Hij rent.</p>", "Kijk!", "<p>Toch weer.</p>", "Vragen", "<p>Hij knikt.</p>"]
