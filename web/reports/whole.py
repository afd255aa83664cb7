"""A whole school as one file: asked for, looked after, taken along, let go of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import Response, flash, request, url_for
from flask_babel import gettext as _

from course.calendar import school_day
from course.journal.journal import Origin, coarse
from course.people.access import may_see_school
from course.people.roles import Ability
from course.reports.taking import note_export
from course.reports.whole import asking
from course.reports.whole.asking import Format, Stage
from course.reports.whole.making import Reader
from web.catalogs import speech
from web.display.sizes import size_words
from web.http.doors import door
from web.http.hypermedia import gone_to, shown
from web.http.identity import me, now, the_boards_library, the_library, the_store
from web.http.language import locale_code
from web.http.limits import address
from web.reports.makers import clock, makers
from web.reports.routes import XLSX, area

if TYPE_CHECKING:
    from datetime import datetime

    from course.library import Library
    from course.people.access import School
    from course.reports.whole.asking import Export

TYPES = {Format.XLSX: XLSX, Format.CSV: "application/zip"}
ENDINGS = {Format.XLSX: "xlsx", Format.CSV: "zip"}


@dataclass(frozen=True, slots=True)
class WholeView:
    """A whole school as a file, and how far that is."""

    school: School
    export: Export | None
    holds: tuple[str, ...]
    """What is in it, in words."""
    stage: str
    """Empty where nothing was asked for."""
    size: str
    until: datetime | None
    back: tuple[str, str]


@area.get("/schools/<int:school_id>/whole")
@door(Ability.TAKE_SCHOOL)
def whole_school(school_id: int) -> Response:
    """Show what is in the file, and how far it is; whoever looks sees to it that it is made."""
    school, export = asking.look(the_store(), me(), school_id, now())
    if export is not None and export.is_silent:
        _begin(school, export)
    return shown("reports/whole.html", "reports/_whole.html", view=_view(school, export))


@area.post("/schools/<int:school_id>/whole")
@door(Ability.TAKE_SCHOOL, fresh=True)
def ask_whole_school(school_id: int) -> Response:
    """Ask for the file."""
    wanted = Format.CSV if request.form.get("format") == "csv" else Format.XLSX
    export = asking.ask(the_store(), _library(), me(), school_id, wanted, now())
    school, _export = asking.look(the_store(), me(), school_id, now())
    _begin(school, export)
    return gone_to(url_for("reports.whole_school", school_id=school_id))


@area.post("/schools/<int:school_id>/whole/file")
@door(Ability.TAKE_SCHOOL, page="reports.whole_school", fresh=True)
def take_whole_school(school_id: int) -> Response:
    """Give the file, part by part, and tell the journal that it left."""
    _school, found = asking.look(the_store(), me(), school_id, now())
    if found is None or found.stage is not Stage.READY:
        flash(_("This file is not here any more. Make it once more."), "info")
        return gone_to(url_for("reports.whole_school", school_id=school_id))
    export, parts = asking.taken(the_store(), me(), school_id, now())
    origin = Origin(now(), me().person_id, coarse(address()))
    note_export(the_store(), me(), school_id, f"school-{export.format}", origin)
    answer = Response(parts, mimetype=TYPES[export.format])
    name = f"deelwijs-school-{school_day(export.asked_at):%Y-%m-%d}.{ENDINGS[export.format]}"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.headers["Content-Length"] = str(export.size)
    answer.headers["Cache-Control"] = "no-store, private"
    return answer


@area.post("/schools/<int:school_id>/whole/drop")
@door(Ability.TAKE_SCHOOL, page="reports.whole_school")
def drop_whole_school(school_id: int) -> Response:
    """Let go of the file before its day is over."""
    asking.drop(the_store(), me(), school_id, now())
    return gone_to(url_for("reports.whole_school", school_id=school_id))


def _begin(school: School, export: Export) -> None:
    locale = locale_code()
    reader = Reader(_library(), me(), school, locale, speech(locale))
    makers().begin(the_store(), export, reader, clock())


def _library() -> Library:
    """Take the library in which the rules of the school hold: the own one, or those of all schools of the board."""
    return the_library() if me().may(Ability.LEAD_SCHOOL) else the_boards_library()


def _view(school: School, export: Export | None) -> WholeView:
    return WholeView(
        school=school,
        export=export,
        holds=tuple(_holds(school)),
        stage=export.stage.value if export else "",
        size=size_words(export.size) if export and export.stage is Stage.READY else "",
        until=export.until if export else None,
        back=_back(school),
    )


def _holds(school: School) -> list[str]:
    if may_see_school(me(), school, Ability.KEEP_PEOPLE):
        return [
            _("Groups, staff and pupils by name, with their groups and roles. Nothing of what they learn.")
        ]
    if not may_see_school(me(), school, Ability.STAFF_NAMES):
        return [
            _("All pupils and the team by module, as counts; of fewer than five nothing is told."),
            _("The months of this school year, beside the year before."),
            _("How the school stands with each goal."),
        ]
    return [
        _("Groups by module, as counts; of fewer than five pupils nothing is told."),
        _("The team by name: the training, and who confirmed the protocol."),
        _("The months of this school year, beside the year before; and the rules, in words."),
        _("Goals, by group too; channels and the logbook with its evidence."),
    ]


def _back(school: School) -> tuple[str, str]:
    if me().may(Ability.LEAD_SCHOOL):
        return url_for("reports.school"), _("Figures to take along")
    if me().may(Ability.BOARD_COUNTS):
        return url_for("board.school", school_id=school.id), school.name
    return url_for("admin.school", school_id=school.id), school.name
