"""Who is addressed is a guess: it is measured on rules and articles whose audience is known, and told in docs/norms.md."""

import csv
import re
from pathlib import Path

import pytest

from course.norms.model import Audience
from course.rulebooks.intake.audience import guess_audience
from course.rulebooks.intake.pieces import divide

DATA = Path(__file__).parent / "data"
NORMS = Path(__file__).parents[2] / "norms" / "data"
PROTOCOLS = ("compass", "cvo-nwf", "edu-ley", "kom-leren", "verkruisen")
PUPIL, TEACHER, LEADER, PARENT, SCHOOL = Audience


@pytest.mark.parametrize(
    ("words", "heading", "expected"),
    [
        ("Leerlingen gebruiken hun mobiel niet.", "", {PUPIL}),
        ("Medewerkers publiceren niets vertrouwelijks.", "", {TEACHER, LEADER}),
        ("Medewerkers, ouders en leerlingen gaan niet in discussie.", "", {PUPIL, TEACHER, LEADER, PARENT}),
        ("De school vraagt toestemming aan ouders.", "", {SCHOOL}),
        ("Het is leerlingen niet toegestaan te filmen.", "", {PUPIL}),
        ("Van medewerkers wordt verwacht dat zij dit lezen.", "", {TEACHER, LEADER}),
        ("Ik deel mijn wachtwoord met niemand.", "", {PUPIL}),
        ("Ik deel mijn wachtwoord met niemand.", "Afspraken voor ouders", {PARENT}),
        ("Deel geen foto’s.", "Voor ouders", {PARENT}),
        ("Denk na voordat je iets plaatst.", "", {PUPIL}),
        ("Denk na voordat je iets plaatst.", "Voor medewerkers", {TEACHER, LEADER}),
        ("Wij plaatsen foto’s alleen met toestemming van ouders.", "", {SCHOOL}),
        ("Filmen mag alleen met toestemming van de leraar.", "", {PUPIL}),
        ("Foto’s zijn leuk.", "", set()),
        ("", "", set()),
    ],
)
def test_whom_a_sentence_addresses_is_read_from_it_and_its_heading(words, heading, expected):
    assert set(guess_audience(words, heading)) == expected


def test_rules_of_eight_schools_without_any_heading():
    right = rules = 0
    for file in (NORMS / "rules").glob("*.md"):
        for words, whom in re.findall(r"^\d+\. (.*) \((\w+)\)$", file.read_text(), re.MULTILINE):
            guess = guess_audience(words)
            right += len(guess) > 2 if whom == "all" else whom in guess
            rules += 1
    assert (right, rules) == (82, 111)


def test_teachable_articles_of_five_protocols_under_their_headings():
    audiences = {}
    for protocol in PROTOCOLS:
        with (NORMS / f"articles-{protocol}.csv").open() as file:
            audiences |= {(protocol, row["article"]): row for row in csv.DictReader(file)}
    headings = {
        (protocol, piece.words): piece.heading
        for protocol in PROTOCOLS
        for piece in divide((DATA / f"source-{protocol}.txt").read_text())
    }
    right = articles = 0
    with (DATA / "known-articles.csv").open() as file:
        for row in csv.DictReader(file):
            known = audiences[row["protocol"], row["article"]]
            if known["teachable"] == "yes":
                guess = guess_audience(row["original"], headings.get((row["protocol"], row["original"]), ""))
                right += bool(set(guess) & set(known["audience"].split(";")))
                articles += 1
    assert right >= 0.75 * articles
