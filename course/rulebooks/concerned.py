"""Which scenes and questions of the course turn on some acts, and how often the course asks for each act. Pure."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.library.model import LOCALE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from course.library import Library


@dataclass(frozen=True, slots=True)
class Concerned:
    """One place of the course where an act is decided on."""

    act: str
    module: str
    lesson: str = ""
    scene: str = ""
    """Of a lesson."""
    quiz: str = ""
    question: str = ""
    """Of a quiz."""


def decided_on(library: Library) -> Iterator[Concerned]:
    """Go through every choice and question with every act that it is about, in the order of the curriculum."""
    for module in library.curriculum.modules.values():
        for lesson_id in module.lessons:
            if lesson_id not in library.lessons:
                continue
            for scene in library.lessons[lesson_id][LOCALE].scenes.values():
                for choice in scene.choices:
                    for act in choice.acts:
                        yield Concerned(act, module.id, lesson=lesson_id, scene=scene.id)
        quiz = library.quizzes.get(module.quiz)
        for question in quiz.questions.values() if quiz else ():
            for act in question.acts:
                yield Concerned(act, module.id, quiz=module.quiz, question=question.id)


def concerned_by(library: Library, acts: Collection[str]) -> tuple[Concerned, ...]:
    """List the scenes and questions on these acts, each once."""
    return tuple(dict.fromkeys(one for one in decided_on(library) if one.act in acts))


def acts_in_use(library: Library) -> Counter[str]:
    """Count for each act how many choices and questions of the course it decides."""
    return Counter(one.act for one in decided_on(library))
