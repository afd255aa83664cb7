"""Reading the rules: each school its own protocol, the board all of them, staff one act side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from flask import Response, request

from course.errors import NotFound
from course.norms.help_lines import help_for
from course.norms.judge import compare
from course.norms.model import NATIONAL, ArticleKind, Audience
from course.people.roles import Ability
from course.reading.findings import nearest
from web.display.contacts import reachable_at
from web.http.addresses import endpoint_at
from web.http.doors import door
from web.http.hypermedia import shown
from web.http.identity import me, the_boards_library, the_library
from web.http.language import locale_code
from web.rules.area import area
from web.rules.themes import by_theme, containing, looked_for

if TYPE_CHECKING:
    from collections.abc import Mapping

    from course.library import Library
    from course.norms.help_lines import HelpLine
    from course.norms.judgement import Judgement
    from course.norms.model import Act, Article, Protocol, Source, SourceArticle
    from course.people.actor import Actor
    from web.display.contacts import Reachable
    from web.rules.themes import Theme

RULES = frozenset(
    (
        ArticleKind.PRINCIPLE,
        ArticleKind.NORM,
        ArticleKind.PERMISSION,
        ArticleKind.PROCEDURE,
        ArticleKind.SANCTION,
    )
)
"""What a pupil can keep to, or what follows; the rest explains, and is folded away for them."""

LEARNING = frozenset(("learn.lesson", "learn.quiz", "learn.later"))
"""Pages on which a verdict stands that leads to an article."""


@dataclass(frozen=True, slots=True)
class ProtocolPage:
    """A protocol as one reader sees it: pupils the rules that speak to them, staff all that is asked of anybody."""

    protocol: Protocol
    protocols: tuple[Protocol, ...]
    """Those the reader may switch between; only a board officer has more than one."""
    themes: tuple[Theme, ...]
    """The articles by what they are about; with a search only what was found."""
    searched: str
    """What was looked for."""
    found: int
    others: tuple[Article, ...]
    """Background that asks nothing of anybody, folded away."""
    contacts: tuple[Reachable, ...]
    """Whom this reader can turn to; an officer sees all of them."""
    help_lines: tuple[HelpLine, ...]
    """Whom outside the school."""
    back: str
    """The lesson or quiz from which the reader came; empty for who came otherwise."""


@dataclass(frozen=True, slots=True)
class ActPage:
    """One act and what every protocol holds of it, the reader's own first."""

    act: Act
    own: str | None
    judgements: Mapping[str, Judgement]
    national: Mapping[Source, tuple[SourceArticle, ...]]
    """What is said of it everywhere, whichever decides."""
    counterpart: Act | None


@area.get("/rules/protocol")
@door(Ability.READ_RULES)
def protocol() -> Response:
    """Show the protocol of the reader's school; an officer chooses one."""
    reader = me()
    protocols = _library().norms.protocols
    wanted = reader.protocol or request.args.get("protocol") or next(iter(protocols))
    if wanted not in protocols:
        raise NotFound("protocol", wanted, nearest(wanted, protocols))
    return shown("rules/protocol.html", "rules/_protocol.html", rules=_page(reader, protocols[wanted]))


@area.get("/rules/acts/<act>")
@door(Ability.COMPARE_RULES)
def act(act: str) -> Response:
    """Show one act as every protocol sees it."""
    reader, norms = me(), _library().norms
    judgements = compare(norms, act, reader.protocol)
    known = norms.acts[act]
    page = ActPage(
        act=known,
        own=reader.protocol,
        judgements=judgements,
        national={source: norms.national(source).speaking_of(act) for source in NATIONAL},
        counterpart=norms.acts.get(known.counterpart or ""),
    )
    return shown("rules/act.html", "rules/_act.html", seen=page)


def _library() -> Library:
    """In which the rules of a reader's school hold, or of every school where a reader has none."""
    return the_library() if me().protocol else the_boards_library()


def _page(reader: Actor, protocol: Protocol) -> ProtocolPage:
    audience, is_pupil = reader.audience, reader.audience is Audience.PUPIL
    mine = [one for one in protocol.articles.values() if not is_pupil or audience in one.audience]
    searched = looked_for()
    found = containing(protocol, _library().norms, mine, searched, locale_code())
    rules = [one for one in found if one.teachable and (not is_pupil or one.kind in RULES)]
    protocols = () if reader.protocol else tuple(_library().norms.protocols.values())
    return ProtocolPage(
        protocol,
        protocols,
        themes=by_theme(protocol, _library().norms, rules, locale_code()),
        searched=searched,
        found=len(found),
        others=tuple(one for one in found if one not in rules),
        back=_came_from(),
        help_lines=help_for(_library().norms, None if reader.protocol is None else audience),
        contacts=reachable_at(reader.school_id, protocol, None if reader.protocol is None else audience),
    )


def _came_from() -> str:
    """Give the page of a lesson or a quiz whose verdict led here, as the browser tells it."""
    given = urlsplit(request.referrer or "")
    if given.netloc != request.host or endpoint_at(given.path) not in LEARNING:
        return ""
    return given.path
