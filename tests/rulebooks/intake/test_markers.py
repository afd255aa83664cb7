import pytest

from course.rulebooks.intake.markers import NONE, follows, marker_of


@pytest.mark.parametrize(
    ("line", "number", "words"),
    [
        ("1. Ik scheld niet.", "1", "Ik scheld niet."),
        ("12) Ik scheld niet.", "12", "Ik scheld niet."),
        ("(3) Ik scheld niet.", "3", "Ik scheld niet."),
        ("1.2 Telefoons zijn uit.", "1.2", "Telefoons zijn uit."),
        ("4.2.1. telefoons zijn uit.", "4.2.1", "telefoons zijn uit."),
        ("A.6 Niet zonder toestemming.", "A.6", "Niet zonder toestemming."),
        ("art. 3 Telefoons zijn uit.", "3", "Telefoons zijn uit."),
        ("Artikel 14: Telefoons zijn uit.", "14", "Telefoons zijn uit."),
        ("Regel 2 – Niet pesten.", "2", "Niet pesten."),
        ("a) Niet pesten.", "a", "Niet pesten."),
        ("  b. Niet pesten.", "b", "Niet pesten."),
        ("iv. Niet pesten.", "iv", "Niet pesten."),
        ("7\tNiet pesten.", "7", "Niet pesten."),
        ("- a. Niet pesten.", "a", "Niet pesten."),
        ("• Niet pesten.", "", "Niet pesten."),
        ("- ✓ Niet pesten.", "", "Niet pesten."),
        ("o\tNiet pesten.", "", "Niet pesten."),
        ("**2. Niet pesten.**", "2", "Niet pesten.**"),
        ("### ***A. Voor iedereen***", "A", "Voor iedereen***"),
    ],
)
def test_a_number_is_taken_as_it_is_printed(line, number, words):
    marker = marker_of(line)
    assert (marker.number, line[marker.length :]) == (number, words)


@pytest.mark.parametrize(
    "line",
    [
        "Ik scheld niet.",
        "8 leerlingen mogen mee.",
        "10.30 uur is te laat.",
        "1.5 meter afstand.",
        "2020. Daarna niet meer.",
        "e-mail lees je elke dag.",
        "o wee.",
        "artikelen staan op de site.",
        "-tje",
        "",
    ],
)
def test_a_line_that_begins_with_words_has_no_marker(line):
    assert marker_of(line) == NONE


def test_a_number_follows_the_one_before_it():
    assert follows("4", "3")
    assert follows("1.3", "1.2")
    assert follows("c", "b")
    assert follows("1", "")
    assert not follows("8", "3")
    assert not follows("d", "b")
