import re

import pytest

from course.reading.edition import edition_of

TEXT = "# Les\n\nEen zin.\n"


@pytest.mark.parametrize(
    "same",
    [
        TEXT.replace("\n", "\r\n"),
        TEXT.replace("\n", "\r"),
        "\ufeff" + TEXT,
        TEXT + "\n\n",
        TEXT.rstrip(),
        "# Les  \n\t\nEen zin.\t\n",
    ],
)
def test_what_no_reader_sees_makes_no_new_edition(same):
    assert edition_of(same) == edition_of(TEXT)


@pytest.mark.parametrize(
    "other", ["# Les\n\nEen  zin.\n", " # Les\n\nEen zin.\n", "# Les\nEen zin.\n", "\n" + TEXT, ""]
)
def test_what_a_reader_may_see_does(other):
    assert edition_of(other) != edition_of(TEXT)


def test_an_edition_has_a_short_name_also_of_a_text_that_can_not_be_written_down():
    assert re.fullmatch(r"[0-9a-f]{12}", edition_of("\udc80"))
