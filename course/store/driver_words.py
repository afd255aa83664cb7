"""What the drivers of SQLite and PostgreSQL say of a database, as texts that can be said in Dutch."""

from __future__ import annotations

import re

from course.reading.told import Told, one_after_another, told

_NAMED = r"[\"'](?P<what>[^\"']+)[\"']"
_SAID = tuple(
    (re.compile(pattern, re.IGNORECASE), message)
    for pattern, message in (
        (r"file is not a database", told("the file is no database of SQLite")),
        (r"database is locked", told("somebody else holds it locked")),
        (r"unable to open database file", told("the file can't be opened")),
        (r"attempt to write a readonly database", told("it may only be read")),
        (r"disk image is malformed", told("the file is damaged")),
        (r"database or disk is full|No space left on device", told("there is no room left on the disk")),
        (r"disk I/O error", told("the disk can't be read or written")),
        (r"no such table: (?P<what>\S+)", told("the table %(what)s is missing", what="")),
        (
            rf"server at {_NAMED}.*port (?P<port>\d+) failed: Connection refused",
            told("nothing answers at %(what)s, port %(port)s", what="", port=""),
        ),
        (
            rf"password authentication failed for user {_NAMED}",
            told("the password of user %(what)s is not right", what=""),
        ),
        (rf"database {_NAMED} does not exist", told("there is no database %(what)s", what="")),
        (rf"role {_NAMED} does not exist", told("there is no user %(what)s", what="")),
        (
            rf"(?:failed to resolve host|could not translate host name) {_NAMED}",
            told("there is no computer named %(what)s", what=""),
        ),
        (r"permission denied for (?P<what>.+)", told("this user may not use %(what)s", what="")),
        (r"QueuePool limit", told("all connections are in use")),
        (r"timeout expired|connection timeout|statement timeout", told("it took too long to answer")),
        (
            r"server closed the connection|terminating connection|connection is (?:closed|lost)",
            told("the connection was broken off"),
        ),
        (
            r"UNIQUE constraint failed|violates unique constraint",
            told("something with the same name or number is there already"),
        ),
        (
            r"FOREIGN KEY constraint failed|violates foreign key constraint",
            told("something that it belongs to isn't there, or still needs it"),
        ),
    )
)


def in_our_words(said: object) -> Told:
    """Give what a driver says as a text of ours; what is unheard of stays in its own words, on one line."""
    text = " ".join(str(said).split())
    for pattern, message in _SAID:
        if found := pattern.search(text):
            return Told(message.message, found.groupdict())
    return one_after_another(text) if text else told("it doesn't say why")
