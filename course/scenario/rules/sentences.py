"""Rules about the length of sentences, by the youngest band that a lesson is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.reading.sentences import length, limits_of, sentences
from course.reading.told import told
from course.scenario.texts import texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from course.scenario.rules.case import Case


def long_sentence(case: Case) -> None:
    """See that no sentence is longer than the youngest readers can take in."""
    limits = limits_of(case.lesson.bands)
    if limits is None:
        return
    band, _, most = limits
    for line, sentence in _all(case):
        if length(sentence) > most:
            message = told(
                "A sentence of %(length)s words (“%(sentence)s…”); for %(band)s %(most)s is the most.",
                length=length(sentence),
                sentence=sentence[:40],
                band=band,
                most=most,
            )
            case.warning(line, "long-sentence", message, told("Cut it in two."))


def long_sentences(case: Case) -> None:
    """See that the sentences are short enough on the whole."""
    limits = limits_of(case.lesson.bands)
    counted = [length(sentence) for _, sentence in _all(case)]
    if limits is None or not counted:
        return
    band, mean, _ = limits
    found = sum(counted) / len(counted)
    if found > mean:
        message = told(
            "The sentences have %(found)s words on average; for %(band)s %(mean)s is the most.",
            found=f"{found:.1f}",
            band=band,
            mean=mean,
        )
        line = case.lesson.key_lines.get("bands", 1)
        case.warning(line, "long-sentences", message, told("Write shorter sentences."))


def _all(case: Case) -> Iterator[tuple[int, str]]:
    for line, text in texts(case.lesson):
        yield from ((line, sentence) for sentence in sentences(text))
