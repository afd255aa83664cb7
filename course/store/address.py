"""Reading a database's address, so that a mistake in it is told before anything is opened."""

from __future__ import annotations

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from course.errors import Unavailable
from course.reading.told import told

FORMS = told("sqlite:///path/to/deelwijs.db or postgresql+psycopg://user:password@host/database")


def parse(url: str) -> URL:
    """Read an address; `postgres://` and `postgresql://` mean psycopg too. Unavailable on others."""
    try:
        address = make_url(url)
    except (
        ArgumentError,
        ValueError,
    ) as error:  # SQLAlchemy lets a port that is no number through as ValueError
        raise Unavailable(
            told("the database's address can't be read; it looks like %(forms)s", forms=FORMS)
        ) from error
    if address.drivername in {"postgres", "postgresql"}:
        return address.set(drivername="postgresql+psycopg")
    if address.drivername in {"sqlite", "sqlite+pysqlite"}:
        if address.database in {None, "", ":memory:"}:
            raise Unavailable(
                told("a database in memory is lost at the end and can't be shared; give a file")
            )
        return address
    if address.drivername != "postgresql+psycopg":
        raise Unavailable(
            told(
                "no driver for %(name)r; an address looks like %(forms)s",
                name=address.drivername,
                forms=FORMS,
            )
        )
    return address
