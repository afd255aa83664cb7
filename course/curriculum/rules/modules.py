"""Rules about modules: what they name is there, and belongs to one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.errors import KINDS
from course.reading.findings import offer
from course.reading.told import told

if TYPE_CHECKING:
    from course.curriculum.model import Module
    from course.curriculum.rules.case import Case


def unknown_part(case: Case) -> None:
    """See that every lesson and quiz of a module has a file."""
    for module in case.curriculum.modules.values():
        for kind, name, file in _parts(module):
            if name not in case.there[kind]:
                remedy = told(
                    "Write %(file)s or mend the name.%(offer)s",
                    file=file,
                    offer=offer(name, case.there[kind]),
                )
                message = told(
                    "%(id)s names a %(kind)s %(name)s that is not there.",
                    id=module.id,
                    kind=KINDS[kind],
                    name=name,
                )
                case.modules.error(module.line, f"unknown-{kind}", message, remedy)


def missing_picture(case: Case) -> None:
    """See that the picture of a module has a file; of a lesson that is not there, that alone is told."""
    for module in case.curriculum.modules.values():
        gone = tuple(f"{name}/" for name in module.lessons if name not in case.there["lesson"])
        if module.picture and module.picture not in case.pictures and not module.picture.startswith(gone):
            remedy = told("Name a file under lessons/.%(offer)s", offer=offer(module.picture, case.pictures))
            message = told("There is no picture %(picture)s.", picture=module.picture)
            case.modules.error(module.line, "missing-picture", message, remedy)


def shared_part(case: Case) -> None:
    """See that a lesson or quiz belongs to one module: what is learned in it counts once."""
    owners: dict[tuple[str, str], str] = {}
    for module in case.curriculum.modules.values():
        for kind, name, _file in _parts(module):
            owner = owners.setdefault((kind, name), module.id)
            if owner != module.id:
                message = told(
                    "%(id)s holds the %(kind)s %(name)s, which %(owner)s holds already.",
                    id=module.id,
                    kind=KINDS[kind],
                    name=name,
                    owner=owner,
                )
                case.modules.error(module.line, "shared-part", message, told("Leave it in one of the two."))


def _parts(module: Module) -> list[tuple[str, str, str]]:
    """The lessons and the quiz of a module: kind, name and file."""
    parts = [("lesson", name, f"lessons/{name}/nl.md") for name in module.lessons]
    return [*parts, ("quiz", module.quiz, f"quizzes/{module.quiz}/nl.md")] if module.quiz else parts
