"""Rules about a message that is completed from parts: every message is a choice, and every choice can be made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.reading.told import told
from course.scenario.composing import choice_of, messages
from course.scenario.model import Compose
from course.scenario.parts import flat

if TYPE_CHECKING:
    from course.scenario.rules.case import Case

MOST = 200
"""Messages that a scene may have; nobody writes a story for more."""


def composed_choices(case: Case) -> None:
    """See that a message stands by itself in its scene, and that its choices fit what can be made of it."""
    for scene in case.scenes:
        found = [one for one in flat(scene.pieces) if isinstance(one, Compose)]
        for extra in found if scene.compose is None or scene.later else found[1:]:
            remedy = told("Put it outside every `when`, once, in a scene that is no later-card.")
            case.error(extra.line, "strange-message", told("A message can't be completed here."), remedy)
        for choice in scene.choices:
            known = {part.key for place in (scene.compose.places if scene.compose else ()) for part in place}
            for part in [one for one in choice.parts if one not in known]:
                remedy = told("Name the key of a part of the message in this scene, or remove it.")
                case.error(
                    choice.line, "unknown-part", told("There is no part `%(part)s` here.", part=part), remedy
                )
            if scene.compose and choice.ways:
                remedy = told(
                    "Let its parts decide, and put what hangs on more in the scene that it leads to."
                )
                case.error(
                    choice.line,
                    "strange-message",
                    told("A choice that a message makes has no condition."),
                    remedy,
                )


def message_without_choice(case: Case) -> None:
    """See that whatever is made of a message is one of the choices, and each of these can be made."""
    for scene in case.scenes:
        message = scene.compose
        if message is None:
            continue
        made = list(messages(message))
        if len(made) > MOST:
            remedy = told("Offer fewer parts; more than %(most)s messages can't be overseen.", most=MOST)
            case.error(
                message.line,
                "too-many-messages",
                told("%(number)s messages can be made here.", number=len(made)),
                remedy,
            )
            continue
        chosen = [choice_of(scene.choices, one) for one in made]
        for lost in [one for one, choice in zip(made, chosen, strict=True) if choice is None][:1]:
            remedy = told("Write a choice without `parts=`, for all other messages.")
            message_of = " ".join(lost)
            case.error(
                message.line,
                "message-without-choice",
                told("“%(message_of)s” is none of the choices.", message_of=message_of),
                remedy,
            )
        for choice in scene.choices:
            if choice not in chosen:
                remedy = told("Put it above those that are taken before it, or name parts that go together.")
                case.error(
                    choice.line,
                    "choice-without-message",
                    told("Nothing makes `%(id)s`.", id=choice.id),
                    remedy,
                )
