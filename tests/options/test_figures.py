from course.options.figures import figures
from tests.options.test_give_aways import decision


def test_every_rule_has_a_line_with_its_figures():
    told = figures([decision("veel langer", "kort", "klein", "nietig")] * 6, ["streng"])
    assert "| longest | streng | 6 | 6 | 1.5 | < 0.001 | 75.0 |" in told
    assert "| exclamation | streng | 0 | 0 | 0.0 | 1.000 | 0.0 |" in told
    assert "Asking or calling somebody is an option in 0 decisions" in told
    assert told.count("###") == 1, "one file needs no figures of its own"
