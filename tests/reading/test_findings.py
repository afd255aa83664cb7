from course.reading.findings import Problem, Severity, count_problems, format_problem, nearest


def one(severity=Severity.ERROR):
    return Problem(
        "lessons/les/nl.md", 7, severity, "unknown-act", "There is no act `x`.", "Did you mean `y`?"
    )


def test_a_problem_is_told_with_its_place_and_code_and_the_remedy_below_it():
    assert format_problem(one()) == (
        "lessons/les/nl.md:7: error [unknown-act] There is no act `x`.\n    Did you mean `y`?"
    )


def test_the_nearest_name_is_found_whatever_its_capitals():
    assert nearest("KOM-LEREN", ["verkruisen", "kom-leren"]) == "kom-leren"
    assert nearest("a.1", ["B.1", "A.1"]) == "A.1"
    assert nearest("iets anders", ["verkruisen", "kom-leren"]) is None


def test_only_what_is_shown_without_asking_is_counted():
    error, warning, hint = (one(severity) for severity in Severity)
    assert count_problems([error, hint, hint]) == "1 error"
    assert count_problems([error, error, warning]) == "2 errors and 1 warning"
    assert count_problems([hint]) == "no problems"
