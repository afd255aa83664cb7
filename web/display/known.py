"""All that is known of a person in words, for a page that is read and printed; the file beside it holds every column."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from flask_babel import format_date, format_datetime
from flask_babel import gettext as _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from course.privacy.known import Known, KnownTable

TECHNICAL = frozenset({
    "sort_key", "look", "seed", "edition", "rulebook", "completed_edition", "completed_rulebook", "step", "decided",
    "version_id", "based_on", "draft_id", "role_id", "class_session_id", "attempt_id", "changed_by", "made_by", "noted_by",
    "opened_by", "decided_by", "begun_by", "published_by", "person_id", "group_id", "school_id", "board_id", "revision",
    "number", "answers", "saved_by", "seen", "slug", "is_foreign", "notice", "pupil_only", "everybody", "user_handle",
    "sign_count", "reminded_by", "asked_by", "added_by", "evidence_id", "content", "maker", "done", "steps", "size",
})  # fmt: skip
"""What tells a reader nothing beside the rest; it stands in the file."""


@dataclass(frozen=True, slots=True)
class KnownPart:
    """One kind of thing that is known: a title, and of each thing its facts, as label and value."""

    title: str
    things: tuple[tuple[tuple[str, str], ...], ...]


def known_parts(known: Known) -> tuple[KnownPart, ...]:
    """Put what is known in words."""
    titles, labels = _titles(), _labels()
    return tuple(_part(one, titles.get(one.name, one.name), labels) for one in known.tables)


def _part(table: KnownTable, title: str, labels: Mapping[str, str]) -> KnownPart:
    return KnownPart(title, tuple(_facts(row, labels) for row in table.rows))


def _facts(row: Mapping[str, object], labels: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (labels.get(name, name), _value(value))
        for name, value in row.items()
        if name not in TECHNICAL and value not in {None, ""}
    )


def _value(value: object) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        return str(format_datetime(value, "d MMM yyyy H:mm"))
    return str(format_date(value, "d MMM yyyy") if isinstance(value, date) else value)


def _titles() -> Mapping[str, str]:
    return {
        "persons": _("Who this is"),
        "roles": _("Roles"),
        "memberships": _("Groups"),
        "credentials": _("What this person comes in with (the secret itself is kept unreadable)"),
        "external_keys": _("Numbers in other systems"),
        "invitations": _("Invitations"),
        "sign_ins": _("Signed in now"),
        "runs": _("Stories played"),
        "later_answers": _("Cards of later"),
        "attempts": _("Quizzes"),
        "marks": _("Answers in quizzes"),
        "progress": _("How far the modules are"),
        "learning_points": _("Learning points"),
        "statements": _("Told to the store of learning records, by pseudonym"),
        "attestations": _("Protocols confirmed"),
        "class_sessions": _("Lessons opened"),
        "staff_reminders": _("Colleagues reminded"),
        "work_reminders": _("Groups reminded of what they were given"),
        "evidence": _("Evidence noted"),
        "evidence_files": _("Files beside evidence"),
        "channels": _("Channels of the school kept"),
        "profile_plans": _("Profile plans of the school saved or kept"),
        "board_goals": _("Goals changed"),
        "adoptions": _("Rules adopted"),
        "protocol_versions": _("Rules published"),
        "drafts": _("Drafts begun"),
        "draft_operations": _("Changes to drafts"),
        "public_links": _("Addresses for parents made"),
        "roster_imports": _("Files being read in"),
        "journal": _("What the journal tells (other people by number)"),
        "letters": _("Letters that are still to be sent"),
        "weekly_letters": _("The weekly letter, asked for"),
        "exports": _("Schools taken along as a file"),
        "privacy_requests": _("Requests about the own data"),
    }


def _labels() -> Mapping[str, str]:
    return {**_of_people(), **_of_times(), **_of_learning(), **_of_work()}


def _of_people() -> Mapping[str, str]:
    return {
        "id": _("number"),
        "name": _("name"),
        "given_name": _("first name"),
        "particle": _("small words"),
        "surname": _("surname"),
        "year_group": _("year"),
        "email": _("e-mail address"),
        "locale": _("language"),
        "role": _("role"),
        "board": _("board"),
        "school": _("school"),
        "group": _("group"),
        "system": _("system"),
        "key": _("number there"),
        "kind": _("kind"),
        "is_temporary": _("made by somebody else"),
        "code": _("class code"),
        "about_id": _("about number"),
    }


def _of_times() -> Mapping[str, str]:
    return {
        "created_at": _("made"),
        "expires_at": _("holds until"),
        "made_at": _("made"),
        "seen_at": _("last seen"),
        "from_on": _("from"),
        "until_on": _("until"),
        "started_at": _("begun"),
        "touched_at": _("last worked on"),
        "finished_at": _("finished"),
        "completed_at": _("completed"),
        "quiz_passed_at": _("quiz passed"),
        "answered_at": _("answered"),
        "signed_at": _("confirmed"),
        "opened_at": _("opened"),
        "closed_at": _("closed"),
        "noted_at": _("noted"),
        "withdrawn_at": _("withdrawn"),
        "happened_on": _("happened on"),
        "decided_at": _("decided"),
        "published_at": _("published"),
        "begun_at": _("begun"),
        "changed_at": _("changed"),
        "taken_out_at": _("taken out"),
        "at": _("moment"),
        "asked_at": _("asked on"),
        "sent_week": _("last week of which it was sent"),
        "asked_on": _("asked on"),
        "due_on": _("answer before"),
        "done_on": _("answered on"),
        "school_year": _("school year"),
        "taken_at": _("taken up"),
        "shared_at": _("shared"),
        "sent_at": _("sent"),
        "given_up_at": _("given up"),
        "reminded_at": _("reminded"),
    }


def _of_learning() -> Mapping[str, str]:
    return {
        "lesson": _("lesson"),
        "module": _("module"),
        "quiz": _("quiz"),
        "scene": _("scene"),
        "choice": _("choice"),
        "path": _("way through the story"),
        "ending": _("where it ended"),
        "endings": _("endings found"),
        "days": _("days later"),
        "questions": _("questions"),
        "question": _("question"),
        "answer": _("answer"),
        "answered": _("questions answered"),
        "right": _("right"),
        "attempts": _("attempts at the quiz"),
        "best": _("best score in percent"),
        "place": _("place"),
        "title": _("text"),
        "plan": _("plan"),
    }


def _of_work() -> Mapping[str, str]:
    return {
        "goal": _("goal"),
        "words": _("text"),
        "protocol": _("protocol"),
        "event": _("what happened"),
        "detail": _("of what kind"),
        "deed": _("what was done"),
        "operation": _("change"),
        "outcome": _("outcome"),
        "words_nl": _("text"),
        "words_en": _("text in English"),
        "measure": _("measured by"),
        "target": _("target"),
    }
