from itertools import pairwise

import pytest

from course.rulebooks.intake.sentences import sentence_starts


def sentences(text):
    cuts = [0, *sentence_starts(text), len(text)]
    return [text[start:end].strip() for start, end in pairwise(cuts)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ik scheld niet. Ik pest niet!", ["Ik scheld niet.", "Ik pest niet!"]),
        ("Wie helpt? De leraar.", ["Wie helpt?", "De leraar."]),
        ("Hij zei: ‘Stop.’ Daarna ging hij weg.", ["Hij zei: ‘Stop.’", "Daarna ging hij weg."]),
        ("Dat mag.\nDat niet.", ["Dat mag.", "Dat niet."]),
        (
            "Kijk op school.nl. Bel ons op 0800-0432. 5 dagen per week.",
            ["Kijk op school.nl.", "Bel ons op 0800-0432.", "5 dagen per week."],
        ),
        ("Ik word nergens lid. Ik vraag het eerst.", ["Ik word nergens lid.", "Ik vraag het eerst."]),
    ],
)
def test_a_sentence_ends_at_its_stop(text, expected):
    assert sentences(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Sociale media, o.a. Instagram en bijv. TikTok, i.v.m. Pesten.",
        "Vraag het aan dhr. Jansen of M.C.J. Visser.",
        "Zie art. 3 en blz. 12 van de gids.",
        "De gids (zie ook bijlage A. Daar staat meer. Echt waar.) geldt voor iedereen.",
        "Het college kan maatregelen nemen. Zie ook: Sancties en gevolgen.",
        "Foto’s (van bijv. Sportdagen) mogen.",
        "dat mag niet. en dat ook niet",
    ],
)
def test_a_stop_within_a_sentence_does_not_end_it(text):
    assert sentences(text) == [text]


def test_a_bracket_that_is_never_closed_holds_nothing_together():
    assert sentences("De school (en ouders mogen dit. Leerlingen niet.") == [
        "De school (en ouders mogen dit.",
        "Leerlingen niet.",
    ]
