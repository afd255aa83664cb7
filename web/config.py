"""Settings, read once from the environment and the command line, passed on as plain data."""

from __future__ import annotations

import contextlib
import os
import secrets
import tempfile
from dataclasses import dataclass
from email.utils import parseaddr
from pathlib import Path
from typing import TYPE_CHECKING

from course.errors import Invalid, Unavailable
from course.library import default_content_root
from course.people.mail.smtp import MailServer
from course.reading.foreign import in_our_words
from course.reading.told import told

if TYPE_CHECKING:
    from collections.abc import Mapping

SHORTEST_KEY = 32
"""Characters of a secret key: who guesses it can sign in as anybody."""
EXIT_PAGE = "https://www.knmi.nl/"
"""The weather, of a public body: no advertisements, and no trace of what was read before."""
KEY_REMEDY = told("name another folder in DEELWIJS_DATA, or give a key in DEELWIJS_SECRET_KEY")


@dataclass(frozen=True, slots=True)
class Config:
    """Everything that differs between installations."""

    database: str
    """SQLAlchemy URL: `sqlite:///…` or `postgresql+psycopg://…`."""
    content: Path
    """Folder that holds `norms/`, `lessons/`, `quizzes/` and `curriculum/`."""
    secret_key: str
    """Signs cookies; the same for all processes of one installation."""
    proxies: int = 0
    """How many trusted proxies stand in front and set X-Forwarded-* headers."""
    hosts: tuple[str, ...] = ()
    """Names that the program answers to; every name unless given."""
    url: str = ""
    """Where the world finds the site, as in `https://leren.school.example`: for links in mail, and for passkeys."""
    mail: MailServer | None = None
    """Where letters are handed in; without one an administrator hands links over."""
    mail_from: str = ""
    """Who sends them: `Deelwijs <deelwijs@school.example>`."""
    journal_days: int = 365
    """So long the journal is kept; thirty at least."""
    debug: bool = False
    contact: str = ""
    """Whom visitors and users can ask: an e-mail address, a web address, or a sentence."""
    exit_page: str = EXIT_PAGE
    """Where who leaves "I want to talk about this" at once is led: a page on which nobody asks questions."""
    compiled: Path | None = None
    """Folder for the compiled content; without one every process reads the content itself."""
    fingerprint: str = ""
    """Of the compiled content that all workers of a service load; `deelwijs serve` tells them."""

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] | None = None) -> Config:
        """Read the `DEELWIJS_*` settings; a secret key is made once where none is given."""
        env = os.environ if environ is None else environ
        data = _data(env)
        content = env.get("DEELWIJS_CONTENT")
        return cls(
            database=env.get("DEELWIJS_DATABASE") or f"sqlite:///{data / 'deelwijs.db'}",
            content=Path(content).absolute() if content else default_content_root(),
            secret_key=_long_enough(env.get("DEELWIJS_SECRET_KEY") or _kept_secret(data / "secret-key")),
            proxies=_whole("DEELWIJS_PROXIES", env.get("DEELWIJS_PROXIES", "0")),
            hosts=tuple(one.strip() for one in env.get("DEELWIJS_HOSTS", "").split(",") if one.strip()),
            url=_web_address("DEELWIJS_URL", env["DEELWIJS_URL"]) if env.get("DEELWIJS_URL") else "",
            mail=_mail(env),
            mail_from=env.get("DEELWIJS_MAIL_FROM", "").strip(),
            journal_days=_whole("DEELWIJS_JOURNAL_DAYS", env.get("DEELWIJS_JOURNAL_DAYS", "365")),
            debug=env.get("DEELWIJS_DEBUG") == "1",
            contact=env.get("DEELWIJS_CONTACT", "").strip(),
            exit_page=_web_address("DEELWIJS_EXIT", env.get("DEELWIJS_EXIT") or EXIT_PAGE),
            compiled=compiled_folder(env),
            fingerprint=env.get("DEELWIJS_FINGERPRINT", ""),
        )


def compiled_folder(environ: Mapping[str, str] | None = None) -> Path:
    """Where compiled content is kept; asked by itself at an install, when there is neither a key nor a database yet."""
    env = os.environ if environ is None else environ
    return Path(env.get("DEELWIJS_COMPILED") or _data(env) / "compiled").absolute()


def _data(env: Mapping[str, str]) -> Path:
    return Path(env.get("DEELWIJS_DATA", "var")).absolute()


def _kept_secret(path: Path) -> str:
    """A random key that survives restarts, so that nobody is signed out by one; readable by the owner only.

    Linked into place whole: of two workers that start at once one makes the key, and neither reads half of it. Raises
    Unavailable where it can't be kept.
    """
    try:
        if not path.exists():
            _make_secret(path)
        return path.read_text(encoding="ascii")
    except OSError as error:
        raise Unavailable(
            told(
                "can't keep a secret key in %(folder)s: %(why)s; %(remedy)s",
                folder=path.parent,
                why=in_our_words(error.strerror or ""),
                remedy=KEY_REMEDY,
            )
        ) from error


def _long_enough(key: str) -> str:
    """Give a key back; raises Unavailable for one that can be guessed, and does not repeat it."""
    if len(key.strip()) < SHORTEST_KEY:
        raise Unavailable(
            told(
                "the secret key has %(number)s characters and can be guessed; give one of at least %(least)s in "
                "DEELWIJS_SECRET_KEY, such as `openssl rand -hex 32` prints, or leave that out and one is made",
                number=len(key.strip()),
                least=SHORTEST_KEY,
            )
        )
    return key


def _make_secret(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, made = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(48))
        with contextlib.suppress(FileExistsError):
            os.link(made, path)
    finally:
        Path(made).unlink()


def _web_address(name: str, given: str) -> str:
    """A setting that is the address of a page elsewhere; Invalid names the setting where it is not."""
    if not given.startswith(("https://", "http://")):
        raise Invalid(
            **{name: told("an address that begins with https:// is expected, not %(given)r", given=given)}
        )
    return given


def _mail(env: Mapping[str, str]) -> MailServer | None:
    """Name a mail server; Invalid where what letters need beside it is missing.

    Links lead to the address that is set, never to one that a visitor's browser named.
    """
    if not env.get("DEELWIJS_MAIL"):
        return None
    for name in ("DEELWIJS_MAIL_FROM", "DEELWIJS_URL"):
        if not env.get(name):
            raise Invalid(**{name: told("letters need this one too")})
    if "@" not in parseaddr(env["DEELWIJS_MAIL_FROM"])[1]:
        raise Invalid(DEELWIJS_MAIL_FROM=told("an e-mail address is expected"))
    return MailServer.at(env["DEELWIJS_MAIL"])


def _whole(name: str, given: str) -> int:
    """A setting that is a number; Invalid names the setting where it is not."""
    if not given.isdecimal():
        raise Invalid(**{name: told("a whole number is expected, not %(given)r", given=given)})
    return int(given)
