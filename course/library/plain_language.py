"""How plainly lessons and quizzes are written for the youngest whom they are for: told, and never in the way of anything."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.quiz import texts as of_quiz
from course.reading.findings import Findings
from course.reading.frequent_words import is_rare
from course.reading.sentences import length, limits_of, sentences, without_foreign, words
from course.reading.told import told
from course.scenario import texts as of_lesson

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from course.library.model import Library
    from course.reading.findings import Problem

MOST_SHOWN = 15
"""Rare words in one hint; the table counts all."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The sentences and words of one lesson or quiz, for the youngest of its readers."""

    file: str
    name: str
    band: str
    mean: float
    """Words in a sentence."""
    most: int
    """Words in the longest one."""
    words: int
    rare: Mapping[str, int]
    """How often each rare word stands there."""
    long: tuple[tuple[int, str], ...]
    """Sentences longer than readers of the band take in, with their lines."""

    @property
    def share(self) -> float:
        """How many of a hundred words are rare."""
        return 100 * sum(self.rare.values()) / self.words if self.words else 0.0


def readings(library: Library) -> Iterator[Reading]:
    """Read every lesson and quiz of every module, in the order of the curriculum."""
    for module in library.curriculum.modules.values():
        for lesson in (library.lesson(one) for one in module.lessons if one in library.lessons):
            names = {part for one in lesson.cast.values() for part in words(one.name.lower())}
            yield from _read(lesson.file, lesson.id, lesson.bands, of_lesson.texts(lesson), names)
        if quiz := library.quizzes.get(module.quiz):
            yield from _read(quiz.file, f"{quiz.id} (quiz)", module.bands, of_quiz.texts(quiz), ())


def check_plain_language(library: Library) -> tuple[Problem, ...]:
    """Hint at the rare words of each file, and at long sentences in quizzes; those of lessons their own audit tells."""
    problems: list[Problem] = []
    for one in readings(library):
        findings = Findings(one.file)
        for line, sentence in one.long if one.file.startswith("quizzes/") else ():
            message = told(
                "A sentence of %(length)s words (“%(sentence)s…”) is long for %(band)s.",
                length=length(sentence),
                sentence=sentence[:40],
                band=one.band,
            )
            findings.hint(line, "long-sentence", message, told("Cut it in two."))
        if one.rare:
            shown = sorted(one.rare, key=lambda word: (-one.rare[word], word))[:MOST_SHOWN]
            message = told(
                "%(share)s of 100 words are rare for %(band)s: %(words)s.",
                share=f"{one.share:.1f}",
                band=one.band,
                words=", ".join(shown),
            )
            remedy = told("Say it in a word that they know, or explain it where it stands.")
            findings.hint(1, "rare-words", message, remedy)
        problems += findings.found
    return tuple(problems)


def table(library: Library) -> str:
    """Write a line for every lesson and quiz."""
    head = "| lesson or quiz | for | words a sentence | longest | words | rare words in 100 |"
    lines = [
        f"| {one.name} | {one.band} | {one.mean:.1f} | {one.most} | {one.words} | {one.share:.1f} |"
        for one in readings(library)
    ]
    return "\n".join((head, "|---|---|---|---|---|---|", *lines))


def _read(
    file: str, name: str, bands: Collection[str], texts: Iterable[tuple[int, str]], names: Collection[str]
) -> Iterator[Reading]:
    limits = limits_of(bands)
    found = [(line, one) for line, text in texts for one in sentences(without_foreign(text))]
    if limits is None or not found:
        return
    band, _, most = limits
    counted = [length(sentence) for _, sentence in found]
    known = {
        *names,
        *(word.lower() for _, sentence in found for word in words(sentence)[1:] if word[0].isupper()),
    }
    asked = [word for _, sentence in found for word in _asked(sentence) if word.lower() not in known]
    rare = Counter(word.lower() for word in asked if is_rare(word, band))
    long = tuple((line, one) for line, one in found if length(one) > most)
    yield Reading(file, name, band, sum(counted) / len(counted), max(counted), len(asked), rare, long)


def _asked(sentence: str) -> Iterator[str]:
    """Give the words of a sentence without a capital, but for the one that it begins with."""
    for place, word in enumerate(words(sentence)):
        if word.islower() or (place == 0 and word[1:].islower()):
            yield word
