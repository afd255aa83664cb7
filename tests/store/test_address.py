"""A mistake in the database's address is told before anything is opened."""

import pytest

from course.errors import Unavailable
from course.store.address import parse


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_name_of_postgresql_means_the_driver_that_is_here(scheme):
    address = parse(f"{scheme}://jo:secret@db.example:5433/board")
    assert (address.drivername, address.host, address.port) == ("postgresql+psycopg", "db.example", 5433)
    assert (address.password, address.database) == ("secret", "board")


def test_a_file_is_kept_as_it_is():
    assert parse("sqlite:///var/deelwijs.db").database == "var/deelwijs.db"


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///", "sqlite:///:memory:", "sqlite+pysqlite://"])
def test_a_database_in_memory_is_refused_for_it_is_lost_at_the_end(url):
    with pytest.raises(Unavailable, match="in memory"):
        parse(url)


@pytest.mark.parametrize("url", ["mysql://x/y", "postgresql+asyncpg://x/y", "oracle://x"])
def test_another_database_is_refused_with_the_two_that_are_not(url):
    with pytest.raises(Unavailable, match=r"no driver for .*sqlite:///.*postgresql\+psycopg"):
        parse(url)


@pytest.mark.parametrize("url", ["", "var/deelwijs.db", "://", "postgresql://host:port/x"])
def test_what_is_no_address_is_told_with_what_one_looks_like(url):
    with pytest.raises(Unavailable, match="looks like"):
        parse(url)
