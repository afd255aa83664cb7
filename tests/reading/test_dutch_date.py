import pytest

from course.reading.dutch_date import year_first


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("04-06-2014", "2014-06-04"),
        ("4/6/2014", "2014-06-04"),
        ("vastgesteld op 31.12.2024.", "2024-12-31"),
        ("2014-06-04", None),
        ("4-6-14", None),
        ("104-06-2014", None),
        ("04-06-20145", None),
        ("", None),
    ],
)
def test_a_day_that_stands_first_is_turned_round(typed, meant):
    assert year_first(typed) == meant
