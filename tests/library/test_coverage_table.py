from course.library.coverage_table import table


def test_each_audience_has_a_line_and_all_together_the_last():
    shown, bare = {"lessons": ["l"], "questions": []}, {"lessons": [], "questions": []}
    rows = {"1": {"pupil": shown}, "2": {"pupil": bare, "teacher": bare}}
    assert table({"streng": rows}).splitlines()[2:] == [
        "| streng | pupil | 2 | 1 | 0 | 0 | 1 |",
        "| streng | teacher | 1 | 0 | 0 | 0 | 1 |",
        "| all | | 3 | 1 | 0 | 0 | 2 |",
    ]
