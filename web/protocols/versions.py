"""Thin routes of published versions: read one, give it away as a file, compare two, let schools go by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Response, flash, request, url_for
from flask_babel import gettext as _

from course.errors import Invalid
from course.people.roles import Ability
from course.rulebooks.adopting import adopt, coming_adoptions, rules_of_board
from course.rulebooks.comparison import compare_versions
from course.rulebooks.versions import Origin, Version, list_versions, version_in_sight
from web.display.comparison import comparison_view
from web.display.norm_words import position_words
from web.http.doors import door
from web.http.hypermedia import gone_to, shown
from web.http.identity import me, now, the_boards_library, the_store
from web.protocols.area import area
from web.protocols.publication import publication_of

if TYPE_CHECKING:
    from course.people.actor import Actor


@area.get("/versions/<int:version_id>")
@door(Ability.EDIT_RULES)
def version(version_id: int) -> Response:
    """Show a version with how it came about, where it holds, and what can be done with it."""
    found, library = _find(version_id), the_boards_library()
    protocol = found.protocol(library.norms.acts)
    with the_store().read() as conn:
        rules = rules_of_board(conn, library, me().board_id, me().today)
        coming = coming_adoptions(conn, me().board_id, me().today)
    mine = tuple(one for one in rules if me().school_id in {None, one.school_id})
    others = tuple(one for one in _comparable() if one.id != found.id)
    return shown(
        "protocols/version.html",
        "protocols/_version.html",
        version=found,
        protocol=protocol,
        answers=tuple(
            (library.norms.acts[act].words.nl, position_words(stand.everyone))
            for act, stand in protocol.stands.items()
        ),
        schools=mine,
        coming=[one for one in coming if one.version_id == found.id],
        others=others,
        is_own=found.owner.school_id == me().school_id,
        today=me().today,
    )


@area.get("/versions/<int:version_id>/file")
@door(Ability.EDIT_RULES)
def file(version_id: int) -> Response:
    """Give a version as the protocol file that it is."""
    found = _find(version_id)
    answer = Response(found.text, mimetype="application/toml")
    answer.headers["Content-Disposition"] = f'attachment; filename="{found.slug}-{found.number}.toml"'
    return answer


@area.get("/versions/<int:version_id>/since/<int:before_id>")
@door(Ability.EDIT_RULES)
def compared(version_id: int, before_id: int) -> Response:
    """Show what a version changes of another, to be read or printed."""
    acts = the_boards_library().norms.acts
    after, before = _find(version_id), _find(before_id)
    difference = compare_versions(before.protocol(acts), after.protocol(acts), acts)
    view = comparison_view(difference, _named(before), _named(after))
    back = url_for("protocols.version", version_id=version_id)
    return shown("protocols/compared.html", "_ui/_compared.html", view=view, back=back)


@area.get("/versions/<int:version_id>/compare")
@door(Ability.EDIT_RULES)
def compare(version_id: int) -> Response:
    """Lead to the comparison with the version that was chosen."""
    other = request.args.get("with", "")
    chosen = next((one for one in _comparable() if str(one.id) == other), None)
    if chosen is None:
        return gone_to(url_for("protocols.version", version_id=version_id))
    return gone_to(url_for("protocols.compared", version_id=version_id, before_id=chosen.id))


@area.post("/versions/<int:version_id>/adopt")
@door(Ability.PUBLISH_RULES, page="protocols.version")
def adopt_it(version_id: int) -> Response:
    """Let schools go by a version from a day."""
    actor = me()
    what = publication_of(request.form, actor)
    if what.from_on < actor.today:
        raise Invalid(from_on="day-in-the-past")
    schools = _schools(actor, what.school_ids)
    adopt(the_store(), actor, version_id, schools, what.from_on, now())
    flash(_("Done. From that day on this version holds."), "good")
    return gone_to(url_for("protocols.version", version_id=version_id))


def _schools(actor: Actor, chosen: object) -> list[int]:
    if actor.school_id is not None:
        return [actor.school_id]
    schools = list(dict.fromkeys(chosen)) if isinstance(chosen, list) else []
    if not schools:
        raise Invalid(school="school-missing")
    return schools


def _find(version_id: int) -> Version:
    with the_store().read() as conn:
        return version_in_sight(conn, me(), version_id)


def _comparable() -> tuple[Version, ...]:
    return tuple(one for one in list_versions(the_store(), me()) if one.origin is not Origin.SHIPPED)


def _named(version: Version) -> str:
    return _("%(name)s, version %(number)s", name=version.name, number=version.number)
