"""Who stands at the door: the cookie's token looked up once per request, and turned away where the door is not theirs."""

from __future__ import annotations

import ipaddress
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING, cast

from flask import Flask, Response, current_app, flash, g, request, session, url_for
from flask.sessions import SecureCookieSessionInterface
from flask_babel import gettext as _

from course.errors import Refused, Unavailable
from course.people.actor import Actor, Arrival, Notice, recognise, touch, was_told
from course.people.sign_in import sign_out
from course.reading.told import told
from course.rulebooks.loaded import LoadedRules
from web.http.addresses import endpoint_at, page_address
from web.http.cookies import KnownCookies
from web.http.doors import SIGNED_IN, door_at
from web.http.hypermedia import gone_to, is_poll
from web.http.vary import varies_by

if TYPE_CHECKING:
    from flask import Request
    from flask.sessions import SecureCookieSession, SessionMixin
    from itsdangerous import URLSafeTimedSerializer

    from course.library import Library
    from course.store.store import Store

BEFORE_AN_OWN_PASSWORD = frozenset({"account.password", "sign_in.out"})
"""What opens for who still has a password that somebody else made."""
BEFORE_A_SECOND_STEP = frozenset(
    {
        "account.second_step",
        "account.begin_app",
        "account.confirm_app",
        "account.passkey_options",
        "account.add_passkey",
        "sign_in.out",
    }
)
"""What opens for who still has to set up the second step that the board asks."""
OWNER, WANTED = "owner", "wanted"
OF_THE_BROWSER = ("locale", "door", "browser")
"""What a cookie holds whoever is in: the language, the class code that let it in, and its name for trying codes."""
LONGEST_ADDRESS = 300
"""Characters; a longer one is no page of ours, and a cookie holds four thousand."""


class SignInNeeded(Exception):
    """The page is for people who have signed in, and nobody has, or the session has ended."""


class LoopbackAwareSessions(SecureCookieSessionInterface):
    """Cookie sessions that are `Secure` wherever they cross a network, and work on plain HTTP on this machine."""

    def __init__(self) -> None:
        self._signers: dict[str, URLSafeTimedSerializer] = {}
        self._known = KnownCookies()

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession | None:
        """Read the session's cookie; one that is not ours or too old is an empty session."""
        signer = self.get_signing_serializer(app)
        cookie = request.cookies.get(self.get_cookie_name(app))
        if signer is None or not cookie:
            return super().open_session(app, request)
        content = self._known.read(signer, cookie, int(app.permanent_session_lifetime.total_seconds()))
        return self.session_class(content or {})

    def get_signing_serializer(self, app: Flask) -> URLSafeTimedSerializer | None:
        """Make the signer of a key once; a request asks for it twice."""
        key = str(app.secret_key)
        if key not in self._signers and (made := super().get_signing_serializer(app)) is not None:
            self._signers[key] = made
        return self._signers.get(key)

    def get_cookie_name(self, app: Flask) -> str:
        """Name the cookie; where it is Secure, so that browsers let no neighbouring site put another in its place."""
        name = super().get_cookie_name(app)
        return f"__Host-{name}" if self.get_cookie_secure(app) else name

    def get_cookie_secure(self, app: Flask) -> bool:  # noqa: ARG002 - the base class's signature
        """Whether the cookie travels over HTTPS only."""
        return request.is_secure or not is_loopback(request.host)

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Write the cookie where the session changed; most answers change none, and need only say that it was read.

        What a cookie would be sent with is worked out by the base class even when none is sent: a thirtieth of an answer.
        """
        if session.modified or not session:
            super().save_session(app, session, response)
        elif session.accessed:
            varies_by(response, "Cookie")


@lru_cache(maxsize=256)
def is_loopback(host: str) -> bool:
    """Whether a Host header names this machine itself."""
    name = host.rsplit(":", 1)[0].strip("[]") if not host.endswith("]") else host.strip("[]")
    if name == "localhost":
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def now() -> datetime:
    """The one clock of the web half; tests set `app.config["CLOCK"]`."""
    clock = current_app.config.get("CLOCK")
    return clock() if clock else datetime.now(UTC)


def the_store() -> Store:
    """The store of this process."""
    return cast("Store", current_app.extensions["deelwijs.store"])


def the_library() -> Library:
    """The library of this process, in which the rules of who is signed in hold too."""
    actor = g.get("actor")
    rules = cast("LoadedRules", current_app.extensions["deelwijs.rules"])
    return rules.library_for(actor.protocol if actor else None)


def the_content() -> Library:
    """The content as it came with the course, without any school's own rules: what rules are written for."""
    return cast("LoadedRules", current_app.extensions["deelwijs.rules"]).base


def library_under(protocol: str) -> Library:
    """The library in which a school's rules hold, for who reads them without an account."""
    return cast("LoadedRules", current_app.extensions["deelwijs.rules"]).library_for(protocol)


def the_boards_library() -> Library:
    """The library in which the rules of every school of the board hold: for who looks at schools side by side."""
    rules = cast("LoadedRules", current_app.extensions["deelwijs.rules"])
    return rules.library_of_board(me().board_id, me().today)


def me() -> Actor:
    """The person who is signed in; only for endpoints that are not open to anybody."""
    if g.actor is None:
        raise SignInNeeded
    return cast("Actor", g.actor)


def signed_in() -> Actor | Arrival:
    """Give whoever is signed in, also who is still to choose a role."""
    return cast("Arrival", g.arrival) if g.get("arrival") is not None else me()


def sign_in_as(token: str, person_id: int, code: str | None = None) -> None:
    """Begin a session for the owner of a fresh token; what an earlier session kept is dropped.

    Who was in before on this device is out, or a shared tablet would count both as present. The language stays, and so
    does the page that was asked for in vain, unless another person had asked for it. A pupil's session keeps the class
    `code`, which tells later on why it ended.
    """
    if before := session.get("token"):
        sign_out(the_store(), before)
    owner = _mark_of(person_id)
    stays = [*OF_THE_BROWSER, WANTED] if session.get(OWNER, owner) == owner else OF_THE_BROWSER
    kept = {name: session[name] for name in stays if name in session}
    session.clear()
    session.permanent = True
    session.update(kept, token=token, owner=owner, **({"lesson": code} if code else {}))


def _mark_of(person_id: int) -> str:
    """Tell one person from another in a cookie that says nothing of who it is: only the key's holder can make the mark."""
    key = str(current_app.secret_key).encode()[: blake2b.MAX_KEY_SIZE]
    return blake2b(str(person_id).encode(), key=key, digest_size=8).hexdigest()


def page_owner() -> str:
    """Tell for whom a page is drawn, by a mark that says nothing of who it is; "" where nobody is in."""
    return str(session.get(OWNER, ""))


def wanted_page(actor: Actor) -> str | None:
    """Give the page that was asked for before signing in, once; None where there is none that this person may see."""
    wanted = session.pop(WANTED, None)
    asked_for = door_at(current_app, endpoint_at(wanted)) if wanted else None
    return wanted if asked_for and not asked_for.is_open and asked_for.lets_in(actor) else None


def keep_wanted_page() -> None:
    """Remember where somebody stood; in the signed cookie, where nobody else can put an address."""
    address = page_address()
    if len(address) <= LONGEST_ADDRESS:
        session[WANTED] = address


def guard(app: Flask) -> None:
    """Look the person up before every request and hold the door; a route that declares none is closed to everybody."""
    app.extensions["deelwijs.rules"] = LoadedRules(
        app.extensions["deelwijs.library"], app.extensions["deelwijs.store"]
    )

    @app.before_request
    def _come_in() -> Response | None:
        g.actor = g.arrival = None
        door = door_at(current_app, request.endpoint)
        if door is not None and not door.asks_who:
            return None
        if token := session.get("token"):
            _let_in(_recognised(token, now()))
        if request.endpoint is None or (door is not None and door.is_open):
            return None
        if g.arrival is not None:
            return None if door is not None and door.whom is SIGNED_IN else _to_choice()
        if g.actor is None:
            keep_wanted_page()
            raise SignInNeeded
        if door is None or not door.lets_in(g.actor):
            raise Refused(told("%(address)s is not for this role", address=request.path))
        return _tell(g.actor)


def _tell(actor: Actor) -> Response | None:
    """Tell a screen what it has to know; who has to set something up first does nothing else."""
    if actor.notice is Notice.OWN_PASSWORD and request.endpoint not in BEFORE_AN_OWN_PASSWORD:
        return gone_to(url_for("account.password"))
    if actor.notice is Notice.SECOND_STEP and request.endpoint not in BEFORE_A_SECOND_STEP:
        return gone_to(url_for("account.second_step"))
    if actor.notice is Notice.ELSEWHERE and not is_poll():
        was_told(the_store(), actor)
        flash(
            _("Somebody came in with your name on another device. Was that not you? Tell your teacher."),
            "warn",
        )
    return None


def _let_in(who: Actor | Arrival | None) -> None:
    """Note who makes the request; who has several roles and chose none is nobody yet."""
    if isinstance(who, Arrival):
        g.arrival = who
    else:
        g.actor = who


def _to_choice() -> Response:
    """Let somebody choose in which role to be here; the page that was asked for comes after that."""
    keep_wanted_page()
    return gone_to(url_for("sign_in.roles"))


def _note_presence(actor: Actor | Arrival, moment: datetime) -> None:
    """Note that somebody is still there; where nothing can be written, pages can still be read."""
    try:
        touch(the_store(), actor, moment)
    except Unavailable as error:
        current_app.logger.warning("presence not noted, by %s", type(error.__cause__).__name__)


def _recognised(token: str, moment: datetime) -> Actor | Arrival | None:
    """Find who holds a token, and read to them in the language that they switched to; a token of nobody is dropped."""
    with the_store().read() as rows:
        actor = recognise(rows, token, moment)
    if actor is None:
        session.pop("token")
        g.session_ended = True
        return None
    if not is_poll():
        _note_presence(actor, moment)
    chosen = session.get("locale", actor.locale)
    return replace(actor, locale=chosen) if chosen != actor.locale else actor
