"""The audit: every rule catches the lesson that breaks it, and lets the mended one pass."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from course.norms.model import Article, ArticleKind, Audience, Stance
from course.norms.read import read_norms
from course.reading.findings import Severity
from course.reading.sentences import length, sentences
from course.reading.words import Words
from course.scenario.audit import RULES, audit_lesson
from course.scenario.read import read_lesson
from course.scenario.rules.decisions import at_least
from tests.scenario.lessons import FRONT, act, lesson_of, norms_of, protocol

ROOT = Path(__file__).parents[2]
NORMS = norms_of(
    [act("share"), act("ask"), act("wait"), act("look"), act("grade", Audience.TEACHER)],
    protocol("strict", share=Stance.FORBIDDEN, ask=Stance.ALLOWED, wait=Stance.FORBIDDEN),
    protocol("mild", share=Stance.ALLOWED, ask=Stance.REQUIRED, wait=Stance.ASK_FIRST),
)
ARTICLE = Article(
    "mild", "waarom.2", (Audience.PUPIL,), ArticleKind.NORM, Words("", ""), teachable=True, line=1
)
WITH_ARTICLES = norms_of(
    list(NORMS.acts.values()), replace(NORMS.protocols["mild"], articles={"waarom.2": ARTICLE})
)
LATER = """
{.later}
## later

- [Nog eens](#slot){id=a act=ask}
  > Zo.
- [Of toch](#slot){id=b act=look}
  > Zo.

## slot
"""
GOOD = f"""## start

![Daan zit in de modder](daan.svg)

- [Delen met allemaal](#einde){{id=a act=share}}
  > Zo.
- [Vragen](#einde){{id=b act=ask}}
  > Zo.

## einde
{LATER}"""
PICTURES = ("daan.svg", "noor.svg")


def audit(text, band="po-7-8", norms=NORMS, pictures=PICTURES):
    return audit_lesson(lesson_of(text, band), norms, pictures)


def found(text, code, **others):
    """The problems of one rule, as lines of severity, place and remark."""
    return [
        f"{one.severity}: {one.message} {one.remedy}" for one in audit(text, **others) if one.code == code
    ]


def decisions(*scenes):
    """A story of decisions in a row; each is a list of (text, act), each choice leading to the next scene."""
    text = ""
    for number, choices in enumerate(scenes):
        text += f"## s{number}\n\n"
        for index, (words, name) in enumerate(choices):
            text += f"- [{words}](#s{number + 1}){{id=c{index} act={name}}}\n  > Zo.\n"
        text += "\n"
    return text + f"## s{len(scenes)}\n" + LATER


def test_a_good_lesson_has_no_problems():
    assert audit(GOOD) == ()


def test_an_unknown_act_is_an_error_with_the_nearest_name():
    text = GOOD.replace("act=share", "act=shaer")
    assert found(text, "unknown-act") == ["error: There is no act `shaer`. Did you mean `share`?"]


def test_an_unknown_act_of_a_part_is_found_too():
    text = GOOD.replace("## einde\n", "## einde\n\n::: when act=waiit stance=silent\nHoi\n:::\n")
    assert found(text, "unknown-act") == ["error: There is no act `waiit`. Did you mean `wait`?"]


def test_an_act_of_somebody_else_is_a_warning():
    broken = GOOD.replace("act=share", "act=grade")
    assert found(broken, "strange-actor")[0].startswith("warning: The act `grade` is done by teacher")
    assert found(broken, "strange-actor", band="staff")[0].startswith(
        "warning: The act `ask` is done by pupil"
    )
    assert found(broken, "strange-actor", band="parents")
    assert found(GOOD, "strange-actor") == []


def test_the_acts_of_a_part_that_the_reader_plays_are_theirs_too():
    text = FRONT.format(band="po-7-8").replace("minutes: 5", "minutes: 5\nplays: [teacher]") + GOOD
    lesson, problems = read_lesson(text.replace("act=share", "act=grade"), "lessons/les/nl.md", "les")
    assert problems == ()
    assert [one.code for one in audit_lesson(lesson, NORMS, PICTURES) if one.code == "strange-actor"] == []


def test_a_part_that_nobody_plays_is_an_error_with_the_nearest_name():
    text = FRONT.format(band="po-7-8").replace("minutes: 5", "minutes: 5\nplays: [teecher]") + GOOD
    _lesson, problems = read_lesson(text, "lessons/les/nl.md", "les")
    assert [(one.code, one.remedy) for one in problems] == [("unknown-actor", "Did you mean `teacher`?")]


def named(reference):
    """The problems of a lesson that names an article in its front matter, with their lines."""
    text = FRONT.format(band="po-7-8").replace("minutes: 5", f"minutes: 5\narticles: [{reference}]") + GOOD
    lesson, problems = read_lesson(text, "lessons/les/nl.md", "les")
    assert problems == ()
    return [(one.line, one.code, one.remedy) for one in audit_lesson(lesson, WITH_ARTICLES, PICTURES)]


def test_an_article_that_the_front_matter_names_exists_in_its_protocol():
    assert named("mild:waarom.2") == []
    assert named("mild:waarom.22") == [
        (6, "unknown-article", "See norms/protocols/mild.toml. Did you mean waarom.2?")
    ]
    assert named("mld:waarom.2") == [(6, "unknown-protocol", "Write `protocol:article`. Did you mean mild?")]


def test_a_protocol_that_a_board_took_out_stops_nothing():
    text = FRONT.format(band="po-7-8").replace("minutes: 5", "minutes: 5\narticles: [elders:1.1]") + GOOD
    lesson, _ = read_lesson(text, "lessons/les/nl.md", "les")
    told = [
        one.severity
        for one in audit_lesson(lesson, WITH_ARTICLES, PICTURES)
        if one.code == "unknown-protocol"
    ]
    assert told == [Severity.HINT]


def test_an_act_whose_actors_are_misspelled_is_told_in_its_own_file_only():
    norms = norms_of([*NORMS.acts.values(), replace(act("odd"), actors=())], *NORMS.protocols.values())
    assert found(GOOD.replace("act=share", "act=odd"), "strange-actor", norms=norms) == []


def test_while_no_act_is_known_none_is_called_unknown():
    assert found(GOOD, "unknown-act", norms=norms_of([])) == []


def test_a_scene_that_no_way_leads_to_is_an_error():
    broken = GOOD + "\n## vergeten\n"
    assert found(broken, "unreachable-scene") == [
        "error: No way leads to `vergeten`. Let a choice lead to it (`[…](#vergeten)`), or remove it."
    ]
    assert found(broken.replace("#slot){id=a", "#vergeten){id=a"), "unreachable-scene") == []


def after_renaming(text, old, new):
    """What the audit says of a lesson in which a heading has another name than its links."""
    lesson, problems = read_lesson(
        FRONT.format(band="po-7-8") + text.replace(f"## {old}", f"## {new}"), "f", "les"
    )
    assert {one.code for one in problems} == {"unknown-scene"}
    return audit_lesson(lesson, NORMS, PICTURES)


def test_a_renamed_heading_is_told_by_its_links_only():
    long = GOOD.replace("#einde){id=b", "#tussen){id=b") + "\n## tussen\n\n- [Verder](#einde)\n"
    for text, scene in ((GOOD, "einde"), (GOOD, "slot"), (long, "tussen"), (long, "einde")):
        assert after_renaming(text, scene, "heel anders") == ()


def test_a_story_without_an_ending_is_an_error():
    broken = GOOD.replace("## einde\n", "## einde\n\n- [Terug](#start)\n  > Zo.\n")
    assert found(broken, "no-ending")[0].startswith("error")
    assert found(GOOD, "no-ending") == []


def test_a_scene_that_goes_round_for_ever_is_an_error():
    loop = "## lus\n\n- [Nog eens](#lus)\n  > Zo.\n"
    broken = GOOD.replace("#einde){id=a", "#lus){id=a") + "\n" + loop
    assert found(broken, "dead-end") == [
        "error: From `lus` no ending can be reached. Let one of its choices lead towards an ending."
    ]
    assert found(broken + "- [Weg](#einde)\n  > Zo.\n", "dead-end") == []


def test_a_start_without_a_clean_way_is_an_error_that_names_the_protocol():
    broken = GOOD.replace("id=b act=ask", "id=b act=wait")
    problems = found(broken, "no-good-ending")
    assert len(problems) == 1
    assert problems[0].startswith(
        "error: From `start` every way to an ending does what is not fine at `strict`."
    )
    assert found(GOOD, "no-good-ending") == []


def test_a_scene_in_the_middle_without_a_clean_way_is_a_warning():
    middle = (
        "## midden\n\n- [Een](#einde){id=a act=share}\n  > Zo.\n- [Twee](#einde){id=b act=wait}\n  > Zo.\n"
    )
    broken = GOOD.replace("#einde){id=a", "#midden){id=a") + "\n" + middle
    problems = found(broken, "no-good-ending")
    assert len(problems) == 1
    assert problems[0].startswith("warning: From `midden`")
    assert found(broken.replace("act=wait", "act=ask"), "no-good-ending") == []


def test_what_comes_after_a_start_without_a_clean_way_is_not_told_again():
    broken = GOOD.replace("id=b act=ask", "id=b act=wait").replace("(#einde)", "(#tussen)")
    between = (
        "\n## tussen\n\n- [Een](#einde){id=a act=share}\n  > Zo.\n- [Twee](#einde){id=b act=WAIT}\n  > Zo.\n"
    )
    assert len(found(broken + between.replace("WAIT", "wait"), "no-good-ending")) == 1
    later = (GOOD.replace("#einde){id=a", "#tussen){id=a") + between.replace("WAIT", "wait")).replace(
        "id=a act=ask", "id=a act=share"
    )
    assert [one[:25] for one in found(later, "no-good-ending")] == ["warning: From `tussen` ev"]


def test_a_lesson_that_never_comes_back_is_a_warning():
    assert found(GOOD.replace(LATER, ""), "no-later-card")[0].startswith("warning")
    assert found(GOOD.replace(LATER, ""), "no-later-card", band="parents") == []


def test_a_later_card_that_asks_nothing_is_an_error():
    broken = GOOD.replace(LATER, "\n{.later}\n## later\n")
    assert found(broken, "empty-later-card")[0].startswith("error")
    assert found(GOOD, "empty-later-card") == []


def test_a_later_card_stays_apart_from_the_story():
    assert "is also part" in found(GOOD.replace("#einde){id=a", "#later){id=a"), "mixed-later-card")[0]
    assert "leads back" in found(GOOD.replace("#slot){id=a", "#einde){id=a"), "mixed-later-card")[0]
    assert found(GOOD, "mixed-later-card") == []


def test_only_an_ending_can_be_sad():
    assert found(GOOD.replace("## einde", "{.sad}\n## einde"), "sad-without-end") == []
    assert found("{.sad}\n" + GOOD, "sad-without-end") == [
        "error: The scene `start` is sad and does not end the story. Remove the `{.sad}` above it, or its choices."
    ]


def test_a_decision_needs_two_choices_but_a_page_may_be_turned():
    page = (
        GOOD.replace("#einde){id=a", "#tussen){id=a") + "\n## tussen\n\n- [Verder](#einde){id=v}\n  > Zo.\n"
    )
    assert found(page, "few-choices") == []
    assert found(page.replace("id=v", "id=v act=ask"), "few-choices")[0].startswith("warning: In `tussen`")


def test_a_choice_without_explanation_is_an_error():
    broken = GOOD.replace("act=share}\n  > Zo.", "act=share}")
    assert found(broken, "missing-explanation")[0].startswith("error: The choice “Delen met allemaal”")
    assert found(GOOD, "missing-explanation") == []


def test_a_single_choice_that_turns_the_page_needs_no_explanation():
    page = GOOD.replace("#einde){id=a", "#tussen){id=a") + "\n## tussen\n\n- [Verder](#einde)\n"
    assert found(page, "missing-explanation") == []


LONG = [("Vraag het eerst even netjes aan haar", "ask"), ("Nee", "share"), ("Ja", "wait"), ("Ach", "wait")]
SHORT = [("Vraag", "ask"), ("Nee", "share"), ("Wacht tot morgen of volgende week", "wait"), ("Ach", "wait")]


def test_the_longest_choice_that_is_always_right_is_a_warning():
    problems = found(decisions(LONG, LONG[::-1], LONG, LONG), "longest-is-right")
    assert len(problems) == 1
    assert problems[0].startswith(
        "warning: The longest choice is right in 5 of 5 decisions at `strict` and `mild`."
    )
    assert found(decisions(LONG, SHORT, LONG[::-1], SHORT), "longest-is-right") == []


def test_two_decisions_are_no_pattern_yet():
    assert found(decisions(SHORT, LONG), "longest-is-right") == []


def test_the_right_choice_in_one_place_is_a_warning():
    problems = found(decisions(SHORT, SHORT, SHORT, SHORT), "same-place")
    assert len(problems) == 1
    assert problems[0].startswith("warning: The right choice is always number 1 at `strict`.")
    assert found(decisions(SHORT, SHORT[::-1], SHORT, SHORT), "same-place") == []


def test_a_decision_that_is_obvious_everywhere_is_a_hint():
    strict_too = protocol("too", share=Stance.DISCOURAGED, ask=Stance.ALLOWED, wait=Stance.FORBIDDEN)
    norms = norms_of(list(NORMS.acts.values()), NORMS.protocols["strict"], strict_too)
    assert found(GOOD, "obvious-decision", norms=norms)[0].startswith("hint: In `start`")
    assert found(GOOD, "obvious-decision") == []


def words(count):
    return " ".join(["woord"] * count)


@pytest.mark.parametrize(
    ("band", "most"),
    [("po-3-4", 12), ("po-5-6", 15), ("po-7-8", 18), ("vo-1-2", 22), ("vo-3-4", 28), ("staff", 28)],
)
def test_a_sentence_that_is_too_long_for_its_band_is_a_warning(band, most):
    text = GOOD.replace("![Daan", "Kort. LANG.\n\n![Daan")
    problems = found(text.replace("LANG", words(most + 1)), "long-sentence", band=band)
    assert problems[0].startswith(f"warning: A sentence of {most + 1} words")
    assert found(text.replace("LANG", words(most)), "long-sentence", band=band) == []


def test_a_long_sentence_of_the_introduction_is_told_at_its_own_paragraph():
    text = FRONT.format(band="po-7-8") + f"Kort.\n\n{words(19)}\n\n" + GOOD
    lesson, _ = read_lesson(text, "f", "les")
    line = text[: text.index("woord")].count("\n") + 1
    assert [one.line for one in audit_lesson(lesson, NORMS, PICTURES)] == [line]


def test_sentences_that_are_too_long_on_the_whole_are_a_warning():
    text = GOOD.replace("![Daan", f"{(words(17) + '. ') * 20}\n\n![Daan")
    problems = found(text, "long-sentences")
    assert problems[0].startswith("warning: The sentences have 1")
    assert found(text, "long-sentences", band="staff") == []


@pytest.mark.parametrize(
    "piece",
    [
        "::: chat A\nnoor: {}\n:::",
        "::: post noor\n{}\n:::",
        "::: post noor\nHoi\n\n- noor: {}\n:::",
        "::: mail\nvan: a\naan: b\nonderwerp: c\n\n{}\n:::",
        "::: when act=ask stance=silent\n{}\n:::",
        "- {}\n- Hoi",
        "> {}",
    ],
)
def test_long_sentences_are_found_in_every_piece(piece):
    text = GOOD.replace("![Daan", piece.format(words(19)) + "\n\n![Daan")
    assert len(found(text, "long-sentence")) == 1


def test_sentences_end_where_a_reader_breathes():
    assert list(sentences("<p>Hoi! ‘Ga je mee?’ vraagt <em>Noor</em>. 3.5 &amp; meer…</p>\n<p>Ja</p>")) == [
        "Hoi!", "‘Ga je mee?", "vraagt Noor.", "3.5 & meer…", "Ja",
    ]  # fmt: skip
    assert length("Kijk – hem gaan! 😂") == 3


def test_a_picture_that_is_not_there_is_an_error():
    assert found(GOOD, "missing-picture", pictures=("daan.svg",)) == [
        "error: There is no picture `noor.svg`. Put `noor.svg` in the lesson's folder."
    ]
    assert found(GOOD, "missing-picture", pictures=("noor.svg", "dan.svg")) == [
        "error: There is no picture `daan.svg`. Did you mean `dan.svg`?"
    ]
    assert found(GOOD, "missing-picture") == []


def test_the_picture_that_a_missing_one_is_likely_meant_for_is_not_called_unused():
    assert found(GOOD, "unused-picture", pictures=("noor.svg", "dan.svg")) == []


def test_a_picture_that_nobody_sees_is_a_hint():
    assert found(GOOD, "unused-picture", pictures=(*PICTURES, "over.svg", "nl.md")) == [
        "hint: The picture `over.svg` is not shown. Show it, or remove the file."
    ]
    assert found(GOOD, "unused-picture") == []


def test_pictures_are_found_in_every_piece():
    chat = ":::: when act=ask stance=silent\n::: chat A\nnoor: ![Een kat op de bank](kat.svg)\n:::\n::::\n"
    text = GOOD.replace("![Daan", chat + "\n::: story noor\n![Een hond in de tuin](hond.svg)\n:::\n\n![Daan")
    assert len(found(text, "missing-picture")) == 2
    assert found(text, "missing-picture", pictures=(*PICTURES, "kat.svg", "hond.svg")) == []


@pytest.mark.parametrize("alt", ["Foto van Daan in de modder", "Een afbeelding van Daan", "Picture of Daan"])
def test_a_text_alternative_that_says_it_is_a_picture_is_a_hint(alt):
    assert found(GOOD.replace("Daan zit in de modder", alt), "needless-words")[0].startswith("hint")
    assert found(GOOD, "needless-words") == []


def test_a_text_alternative_of_one_word_is_a_warning_and_of_two_a_hint():
    assert found(GOOD.replace("Daan zit in de modder", "Daan"), "short-alternative")[0].startswith("warning")
    assert found(GOOD.replace("Daan zit in de modder", "Natte Daan"), "short-alternative")[0].startswith(
        "hint"
    )
    assert found(GOOD, "short-alternative") == []


def test_a_lesson_that_was_read_with_errors_can_be_audited():
    text = "## start\n\n- [Een](#weg){act=x}\n- Twee\n- [Drie](hier)\n"
    lesson, problems = read_lesson(text, "f", "les")
    assert lesson is not None
    assert problems
    assert {"unknown-act", "missing-explanation"} <= {one.code for one in audit_lesson(lesson, NORMS, ())}


def test_chance_is_counted_exactly():
    assert at_least(3, [0.25] * 3) == pytest.approx(1 / 64)
    assert at_least(1, [0.5, 0.25]) == pytest.approx(1 - 0.5 * 0.75)
    assert at_least(0, [0.5]) == pytest.approx(1)
    assert at_least(0, []) == 1


def test_every_rule_says_what_it_holds():
    assert all(rule.__doc__ for rule in RULES)


@pytest.mark.parametrize(
    "file", sorted((ROOT / "lessons").glob("*/nl.md")), ids=lambda file: file.parent.name
)
def test_every_real_lesson_passes_without_errors_and_warnings(file):
    norms, _ = read_norms(ROOT)
    lesson, _ = read_lesson(file.read_text(encoding="utf-8"), file.name, file.parent.name)
    assert lesson is not None
    pictures = [picture.name for picture in file.parent.glob("*.svg")]
    assert [one for one in audit_lesson(lesson, norms, pictures) if one.severity is not Severity.HINT] == []
