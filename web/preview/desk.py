"""The author's desk: the lesson as the file has it now, the protocol chosen, and the run being played."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING

from course.calendar import school_day
from course.errors import ContentBroken, NotFound
from course.learning.lesson.page import play_of
from course.learning.lesson.run import Run, begun_again, chosen, gone_back, under
from course.learning.lesson.script import read_as
from course.learning.pages import Notice
from course.library.load import read_content
from course.norms.judge import find_protocol
from course.norms.model import Audience
from course.people.actor import Actor
from course.people.roles import Role
from course.reading.findings import Severity, has_errors
from course.scenario.graph import mermaid
from course.scenario.model import CAST
from course.scenario.settle import settle
from course.scenario.states import way_to

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from course.learning.lesson.script import Script
    from course.learning.pages import Play
    from course.library import Library
    from course.reading.findings import Problem

ROLES = {Audience.PUPIL: Role.PUPIL, Audience.LEADER: Role.DIRECTOR}
"""As whom an author reads what is meant for an audience; as a teacher what is meant for anybody else."""


@dataclass(slots=True)
class Desk:
    """What one `deelwijs preview` holds in memory; one author, so one run."""

    root: Path
    lesson_id: str
    protocol: str
    library: Library = field(init=False)
    problems: tuple[Problem, ...] = field(init=False, default=())
    """What is to be said of this lesson."""
    found: tuple[Problem, ...] = field(init=False, default=())
    """What is to be said of all content."""
    edition: float = field(init=False, default=-1)
    run: Run = field(init=False)
    _lock: Lock = field(init=False, default_factory=Lock)

    def __post_init__(self) -> None:
        """Read the lesson for the first time.

        NotFound for a lesson or protocol that does not exist; ContentBroken for a lesson that can't be played.
        """
        self.library = self._read()
        if self.has_errors() and not self._can_be_played(self.library):
            raise ContentBroken(self.problems)
        find_protocol(self.library.norms, self.protocol)
        self._script()
        self.run = Run()

    def newest(self) -> float:
        """When anything that this lesson is made of was last saved, as a POSIX time stamp."""
        folders = (
            self.root / "lessons" / self.lesson_id,
            self.root / "lessons" / CAST,
            *(self.root / "quizzes", *(self.root / "quizzes").glob("[!.]*/")),
            self.root / "norms",
            self.root / "norms" / "protocols",
            self.root / "curriculum",
        )
        files = (path for folder in folders if folder.is_dir() for path in folder.iterdir() if path.is_file())
        return max((path.stat().st_mtime for path in files), default=0)

    def refresh(self) -> None:
        """Read the content again where a file was saved; a lesson that can't be played leaves the last good one."""
        with self._lock:
            if self.newest() == self.edition:
                return
            library = self._read()
            if self._can_be_played(library):
                self.library = library

    def speak_for(self, protocol: str | None) -> None:
        """Go by another protocol, if there is one of that name."""
        if protocol in self.library.norms.protocols:
            self.protocol = protocol or self.protocol

    def jump(self, scene: str | None) -> None:
        """Stand in a scene by a shortest way there; nothing where none leads to it from the start."""
        path = way_to(self._script().lesson, scene) if scene else None
        if path is not None:
            now = datetime.now(UTC)
            self.run = replace(self.run, step=self.run.step + 1, path=path, ending=None, started_at=now)

    def script(self) -> Script:
        """Give the newest text as a school with the protocol chosen reads it."""
        return self._script()

    def graph(self) -> str:
        """Tell the scenes of the newest text as Mermaid text, with the verdicts of the protocol chosen."""
        library, protocol = self.library, self.library.norms.protocols[self.protocol]
        lesson = library.lesson(self.lesson_id)
        audience = library.module(lesson.module).audience
        verdict_of = partial(library.table.verdict, protocol.id, audience=audience)
        here = settle(lesson, partial(library.table.stance, protocol.id, audience=audience))
        return mermaid(here, verdict_of, protocol.name)

    def play(self, notice: Notice | None = None) -> Play:
        """Show where the author is in the newest text."""
        script = self._script()
        return play_of(script, under(script.lesson, self.run), module_done=False, notice=notice)

    def choose(self, step: int, choice: str, meaning: str) -> Play:
        """Take a choice; not where the scene asks something else by now."""
        return self._moved(
            step, lambda now: chosen(now, self._script(), choice, datetime.now(UTC)).run, meaning
        )

    def back(self, step: int, to: int) -> Play:
        """Go back in time."""
        return self._moved(step, lambda now: gone_back(now, to, datetime.now(UTC)))

    def again(self, step: int) -> Play:
        """Begin a new run."""
        return self._moved(step, lambda now: begun_again(now, datetime.now(UTC)))

    def actor(self) -> Actor:
        """A reader as the lesson's module expects one; for parents, who have no account, a teacher."""
        module = self.library.module(self.library.lesson(self.lesson_id).module)
        now = datetime.now(UTC)
        return Actor(
            person_id=0,
            role_id=0,
            role=ROLES.get(module.audience, Role.TEACHER),
            name="",
            board_id=0,
            board_name="",
            school_id=0,
            school_name="",
            protocol=self.protocol,
            group_ids=(),
            year_group=None,
            locale="nl",
            sign_in="",
            expires_at=now + timedelta(days=1),
            seen_at=now,
            today=school_day(now),
        )

    def has_errors(self) -> bool:
        """Whether the program would refuse to start on the files as they are."""
        return has_errors(self.problems)

    def _read(self) -> Library:
        """Read the content as it is saved now, and keep what is to be said of this lesson."""
        self.edition = self.newest()
        library, problems = read_content(self.root)
        self.found = problems
        self.problems = self.problems_of(f"lessons/{self.lesson_id}/")
        return library

    def problems_of(self, place: str) -> tuple[Problem, ...]:
        """Give what helps the author of a file or folder: of the rules of schools no hints."""
        about = ("norms/", "curriculum/")
        return tuple(
            one
            for one in self.found
            if one.file.startswith(place)
            or (one.file.startswith(about) and one.severity is not Severity.HINT)
        )

    def quiz_id(self) -> str:
        """Name the quiz of the lesson's module; empty where it has none."""
        return self.library.module(self.library.lesson(self.lesson_id).module).quiz

    def _can_be_played(self, library: Library) -> bool:
        """Whether the lesson, its module and every act that it names are there."""
        try:
            self._script_in(library)
        except NotFound:
            return False
        return True

    def _script(self) -> Script:
        return self._script_in(self.library)

    def _script_in(self, library: Library) -> Script:
        lesson = library.lesson(self.lesson_id)
        module = library.module(lesson.module)
        return read_as(lesson, module, lambda act: library.judge(self.protocol, act, module.audience))

    def _moved(self, step: int, move: Callable[[Run], Run], meaning: str | None = None) -> Play:
        self.refresh()
        script = self._script()
        now = under(script.lesson, self.run)
        if step != now.step:
            return self.play(Notice.STALE)
        if meaning is not None and meaning != script.standing(now.scene(script.lesson).id, now.path).meaning:
            return self.play(Notice.CHANGED)
        self.run = move(now)
        return self.play()
