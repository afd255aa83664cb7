from course.library.coverage_table import table


def test_each_audience_has_a_line_and_the_sums_with_and_without_parents_come_last():
    shown, bare = {"lessons": ["l"], "questions": []}, {"lessons": [], "questions": []}
    rows = {"1": {"pupil": shown}, "2": {"pupil": bare, "teacher": bare, "parent": shown}}
    assert table({"streng": rows}).splitlines()[2:] == [
        "| streng | pupil | 2 | 1 | 0 | 0 | 1 |",
        "| streng | teacher | 1 | 0 | 0 | 0 | 1 |",
        "| streng | parent | 1 | 1 | 0 | 0 | 0 |",
        "| all | pupils and staff | 3 | 1 | 0 | 0 | 2 |",
        "| all | parents | 1 | 1 | 0 | 0 | 0 |",
        "| all | | 4 | 2 | 0 | 0 | 2 |",
    ]
