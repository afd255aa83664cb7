"""Rules about the acts that choices perform."""

from __future__ import annotations

from course.norms.model import ACTORS_OF_STAFF, Audience
from course.reading.findings import did_you_mean
from course.scenario.model import When
from course.scenario.rules.case import Case, flat


def unknown_act(case: Case) -> None:
    """See that every act exists, of choices and of parts for some schools.

    While no act is known at all, because the acts file can't be read, no act is called unknown.
    """
    if not case.norms.acts:
        return
    named = [(choice.act, choice.line) for choice in case.choices if choice.act]
    for scene in case.scenes:
        named += [(part.act, part.line) for part in flat(scene.pieces) if isinstance(part, When) and part.act]
    for act, line in named:
        if act not in case.norms.acts:
            otherwise = "Name an act of `norms/acts.toml`, or add it there."
            remedy = did_you_mean(act, case.norms.acts, otherwise)
            case.error(line, "unknown-act", f"There is no act `{act}`.", remedy)


def strange_actor(case: Case) -> None:
    """See that a choice's act is one that the learner of this lesson may perform."""
    fitting: set[Audience] = set()
    for band in case.lesson.bands:
        fitting |= ACTORS_OF_STAFF if band == "staff" else {Audience.PUPIL}
    for choice in case.choices:
        act = case.norms.acts.get(choice.act or "")
        if act is not None and act.actors and fitting and not fitting.intersection(act.actors):
            actors = ", ".join(act.actors)
            message = f"The act `{act.id}` is done by {actors}, and not by who plays this lesson."
            remedy = "Choose an act of the learner's own, or write the choice without an act."
            case.warning(choice.line, "strange-actor", message, remedy)
