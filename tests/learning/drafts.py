"""What an author has written, as values: an edit is a new one, and undoing it an old one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from course.curriculum.model import Curriculum
from course.library import Library
from course.norms.model import Audience, Stance
from course.norms.table import VerdictTable
from tests.learning.world import lesson_of, module, quiz_of
from tests.scenario.lessons import act, norms_of, protocol

SCENES = ("een", "twee", "drie", "vier")
"""Scenes that may come and go; the start and two endings are always there, as an audit asks."""
QUESTIONS = ("q1", "q2", "q3", "q4", "q5")
OPTIONS = ("goed", "fout", "ook fout")
STANCES = (Stance.ALLOWED, Stance.FORBIDDEN, Stance.ASK_FIRST)


@dataclass(frozen=True)
class Draft:
    """What an author has written, as values: an edit is a new one, and undoing it an old one."""

    scenes: tuple[str, ...] = ("een", "twee")
    acts: tuple[str, ...] = ("share", "ask", "mock")
    """Of the choices of each scene, by place."""
    lessons: tuple[str, ...] = ("foto", "geluid")
    questions: tuple[str, ...] = QUESTIONS[:3]
    options: tuple[str, ...] = OPTIONS
    share: Stance = Stance.FORBIDDEN
    typo: str = ""
    asks: str = ""
    """What the last choice of each scene, and a part of its words, hang on; as far as there is such a choice."""

    def library(self) -> Library:
        """Read it as a content root is read."""
        acts = [act("share"), act("ask"), act("mock")]
        norms = norms_of(
            acts, protocol("streng", share=self.share, ask=Stance.ENCOURAGED, mock=Stance.FORBIDDEN)
        )
        lessons = {name: self._lesson(name) for name in ("foto", "geluid", "nieuw")}
        written = module("foto", Audience.PUPIL, *self.lessons)
        return Library(
            root=Path(),
            norms=norms,
            table=VerdictTable(norms),
            lessons={name: {"nl": one} for name, one in lessons.items()},
            quizzes={"foto": quiz_of("foto", [], draw=3, extra="".join(map(self._question, self.questions)))},
            curriculum=Curriculum({"foto": written}, {}, {}),
        )

    def _lesson(self, name: str) -> Any:
        """A lesson in which every scene leads to every other, and out."""
        places = ("begin", *self.scenes)
        asks = self.asks if "een" in self.scenes or "chose" not in self.asks else ""
        text = "".join(
            f"## {place.title()}\n\nHier.{self.typo}\n\n"
            + (f"::: when {asks}\nDaarom.\n:::\n\n" if asks else "")
            + "".join(
                f'- [{self.typo}Naar {target}](#{target}){{acts="{self.acts[number % 3]}"'
                + (f' when="{asks}"' if asks and target == "slecht-af" else "")
                + "}\n  > Zo.\n"
                for number, target in enumerate(
                    [*(one for one in self.scenes if one != place), "goed-af", "slecht-af"]
                )
            )
            + "\n"
            for place in places
        )
        return lesson_of(name, "foto", f"{text}## Goed af\n\nKlaar.\n\n## Slecht af\n\nKlaar.\n")

    def _question(self, name: str) -> str:
        options = "".join(
            f"- [{'x' if one == 'goed' else ' '}] {one}\n" + ("" if one == "goed" else "  > Nee.\n")
            for one in self.options
        )
        return f"\n{{#{name}}}\n## Vraag {name}?{self.typo}\n\n{options}\n> Zo zit het.\n"
