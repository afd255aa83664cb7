"""Settings, read once from the environment and the command line, passed on as plain data."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from course.library import default_content_root

if TYPE_CHECKING:
    from collections.abc import Mapping


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
    debug: bool = False

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] | None = None) -> Config:
        """Read the `DEELWIJS_*` settings; a secret key is made once where none is given."""
        env = os.environ if environ is None else environ
        data = Path(env.get("DEELWIJS_DATA", "var")).absolute()
        content = env.get("DEELWIJS_CONTENT")
        return cls(
            database=env.get("DEELWIJS_DATABASE") or f"sqlite:///{data / 'deelwijs.db'}",
            content=Path(content).absolute() if content else default_content_root(),
            secret_key=env.get("DEELWIJS_SECRET_KEY") or _kept_secret(data / "secret-key"),
            proxies=int(env.get("DEELWIJS_PROXIES", "0")),
            debug=env.get("DEELWIJS_DEBUG") == "1",
        )


def _kept_secret(path: Path) -> str:
    """A random key that survives restarts, so that nobody is signed out by one; readable by the owner only."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii")
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(48))
    return path.read_text(encoding="ascii")
