"""A school in a database, and commands run on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from click.testing import CliRunner

from cli.main import main
from course.calendar import school_day, school_year
from course.store.store import Store
from tests import builders

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from click.testing import Result

    from course.people.access import Group, School


@dataclass(frozen=True, slots=True)
class Kept:
    """A school with a group, a pupil and a teacher, in its own file."""

    url: str
    store: Store
    school: School
    group: Group
    pupil: int
    teacher: builders.StaffMember

    def run(self, *words: str) -> Result:
        """Run a command of `deelwijs` on this database."""
        return CliRunner().invoke(main, [*words, "--database", self.url])

    def says(self, *words: str) -> str:
        """Run a command that goes well."""
        result = self.run(*words)
        assert result.exit_code == 0, result.output
        return result.output


def a_kept_school(folder: Path, now: datetime) -> Kept:
    """Make it, in the school year of now."""
    store = Store.open(f"sqlite:///{folder / 'school.db'}")
    store.migrate()
    return a_kept_school_in(store, now)


def a_kept_school_in(store: Store, now: datetime) -> Kept:
    """Make it in a store that is there, on either database."""
    school = builders.a_school(store, name="De Linde")
    group = builders.a_group(store, school, "7B", school_year(school_day(now)))
    pupil = builders.a_pupil(store, group, "Aya")
    url = store.engine.url.render_as_string(hide_password=False)
    return Kept(url, store, school, group, pupil, builders.a_teacher(store, group))
