"""What the letter of the week says: per role what asks attention first, and some counts; of no pupil anything.

The sentences are those of the pages, so it is written within a request of the site that it leads to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import current_app, g
from flask_babel import gettext as _

from course.contacts.contacts import contacts_of
from course.feedback.reports import count_open
from course.figures.boards import board_page
from course.figures.groups import my_groups
from course.figures.schools import school_page
from course.goals.states import board_goals, goal_states
from course.people.access import FEWEST
from course.people.mail.queue import Written
from course.people.mail.weekly import put_down, readers
from course.people.roles import Ability
from course.rulebooks.attesting import signers_of, standing_of
from web.board.attention import attention as of_board
from web.director.attention import Upkeep
from web.director.attention import attention as of_director
from web.display.dates import day_words
from web.display.goals import goals_view
from web.mail.stopping import stop_token
from web.teacher.attention import attention as of_teacher

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from flask import Flask

    from course.figures.pages import Completion
    from course.library import Library
    from course.people.actor import Actor
    from course.people.mail.weekly import Reader
    from course.rulebooks.loaded import LoadedRules
    from course.store.store import Store
    from web.display.attention import Matter

BEHIND = 12
"""So many counts at most, for a letter is read in a minute."""


def write_letters(app: Flask, store: Store, site: str, now: datetime, *, dry: bool) -> int:
    """Put down this week's letter of everybody who wants one and has none yet; tells how many. `dry` only counts."""
    written = 0
    for reader in readers(store, now):
        with app.test_request_context(base_url=site):
            g.locale_code = reader.locale
            subject, body = letter_of(store, reader, site, now)
        token = stop_token(str(app.secret_key), reader.person_id)
        written += dry or put_down(store, reader, Written(subject, body, token), site, now)
    return written


def letter_of(store: Store, reader: Reader, site: str, now: datetime) -> tuple[str, str]:
    """Write subject and body for somebody, in the language and the request that are chosen."""
    parts = [_("Hello %(name)s,", name=reader.name)]
    for actor in reader.actors:
        matters, counts = _told(store, actor, now)
        place = actor.school_name or actor.board_name
        parts.append(f"{place}\n{_first(matters, site)}")
        if counts:
            parts.append("\n".join(f"- {one}" for one in counts[:BEHIND]))
    parts.append(
        _(
            "You get this letter once a week, for you asked for it. It tells of nobody by name and of no pupil."
        )
    )
    return _("Deelwijs this week"), "\n\n".join(parts)


def _first(matters: Sequence[Matter], site: str) -> str:
    if not matters:
        return _("Nothing asks your attention now.")
    return f"{matters[0].words}\n{site}{matters[0].url}"


def _told(store: Store, actor: Actor, now: datetime) -> tuple[tuple[Matter, ...], list[str]]:
    if actor.may(Ability.BOARD_COUNTS):
        return _of_board(store, actor)
    if actor.may(Ability.LEAD_SCHOOL):
        return _of_school(store, actor)
    return _of_groups(store, actor, now)


def _of_board(store: Store, actor: Actor) -> tuple[tuple[Matter, ...], list[str]]:
    library = _rules().library_of_board(actor.board_id, actor.today)
    page = board_page(store, library, actor, actor.today)
    goals = board_goals(store, library, actor, actor.today, [one.school.id for one in page.schools])
    counts = [
        _("%(school)s: %(percent)s%% of the pupils' modules done", school=one.school.name, percent=percent)
        for one in page.schools
        if (percent := _percent(one.cells)) is not None
    ]
    return of_board(page, goals, count_open(store, actor)), counts


def _of_school(store: Store, actor: Actor) -> tuple[tuple[Matter, ...], list[str]]:
    library = _rules().library_for(actor.protocol)
    page = school_page(store, library, actor, actor.today)
    protocol = library.norms.protocols.get(actor.protocol or "")
    goals = goals_view(goal_states(store, library, actor, actor.today), protocol, actor, actor.today)
    signers = signers_of(store, library, actor)
    counts = []
    if (percent := _percent(page.totals)) is not None:
        counts.append(_("Of the pupils' modules %(percent)s%% is done", percent=percent))
    counts.append(
        _(
            "%(done)s of %(total)s colleagues are ready with the training",
            done=page.staff_done,
            total=page.staff,
        )
    )
    if signers.version:
        signed = len(signers.people) - len(signers.missing)
        counts.append(
            _("%(done)s of %(total)s confirmed the protocol", done=signed, total=len(signers.people))
        )
    counts.append(_("%(done)s of %(total)s goals are met", done=goals.met, total=len(goals.cards)))
    return of_director(page, goals.cards, _upkeep(store, library, actor)), counts


def _upkeep(store: Store, library: Library, actor: Actor) -> Upkeep:
    """Ask what the director's own page asks."""
    standing = standing_of(store, library, actor)
    review = standing.review_on
    return Upkeep(
        unconfirmed=standing.unsigned,
        has_contacts=bool(contacts_of(store, actor.school_id)),
        overdue_since=day_words(review) if review and review < actor.today else "",
    )


def _of_groups(store: Store, actor: Actor, now: datetime) -> tuple[tuple[Matter, ...], list[str]]:
    cards = my_groups(store, _rules().library_for(actor.protocol), actor, now)
    counts = [
        _(
            "%(group)s, ‘%(module)s’: %(done)s of %(total)s done",
            group=card.group.name,
            module=one.module.words.for_locale(actor.locale),
            done=one.completed.value,
            total=one.learners,
        )
        for card in cards
        for one in card.modules
        if one.learners >= FEWEST and one.begun.value
    ]
    return of_teacher(store, cards, actor), counts


def _percent(cells: Iterable[Completion]) -> int | None:
    """Give what is done of all there is to do, where it may be told."""
    told = [(one.completed.value, one.learners) for one in cells if one.completed.value is not None]
    everything = sum(of for _, of in told)
    return sum(done for done, _ in told) * 100 // everything if everything else None


def _rules() -> LoadedRules:
    rules: LoadedRules = current_app.extensions["deelwijs.rules"]
    return rules
