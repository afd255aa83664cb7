"""The file of an entry, given to who reads the log in which it stands."""

from __future__ import annotations

from urllib.parse import quote

from flask import Response

from course.goals.file_kinds import MIME
from course.goals.files import file_of
from course.people.roles import Ability
from web.goals.routes import area
from web.http.doors import door
from web.http.identity import me, the_store

ALONE = "sandbox; default-src 'none'; frame-ancestors 'none'"
"""What a file may do where somebody opens it in a browser all the same: nothing."""


@area.get("/evidence/<int:evidence>/file")
@door(Ability.NOTE_EVIDENCE)
def file(evidence: int) -> Response:
    """Give the file of an entry, to be saved and not to be opened here."""
    found = file_of(the_store(), me(), evidence)
    answer = Response(found.content, mimetype=MIME[found.kind])
    plain = found.name.encode("ascii", "ignore").decode().strip() or f"bestand.{found.kind}"
    answer.headers["Content-Disposition"] = (
        f"attachment; filename=\"{plain.replace(chr(34), '')}\"; filename*=UTF-8''{quote(found.name)}"
    )
    answer.headers["Content-Security-Policy"] = ALONE
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Cache-Control"] = "no-store, private"
    return answer
