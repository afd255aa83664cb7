"""The server as this program wants it: a worker that is lost is replaced, a service that can't start ends."""

from __future__ import annotations

from collections import Counter
from threading import Timer
from time import monotonic
from typing import Any

from granian.log import logger
from granian.server import MPServer

from web.serving.messages import any_has_started, let_one_report

STEADY = 60
"""Seconds after which a worker that is lost was no part of a crash loop."""
LONGEST_WAIT = 30
"""Seconds between two starts of a worker that is lost again and again: a database that is away comes back some time."""


class Service(MPServer):
    """Granian with processes for workers, and a patience of its own with those that are lost.

    Left to itself it ends where the same worker is lost twice within six seconds, although the others work; and it starts
    workers anew that never could start, in turns and without end.
    """

    def __init__(self, *settings: Any, **named: Any) -> None:
        super().__init__(*settings, **named)
        self._lost: Counter[int] = Counter()
        """How often in a row the worker of a place was lost soon after its start."""
        self._due: set[int] = set()
        """Places whose wait is over."""

    def _respawn_workers(self, workers: list[int], *how: Any, **words: Any) -> None:
        """Replace workers, those that are lost again after a wait; end with 1 where none could ever start.

        Granian calls this for workers that ended, and for all that live when it is told to reload.
        """
        now = [place for place in workers if words or self._is_due(place)]
        if now:
            let_one_report()
            super()._respawn_workers(now, *how, **words)
        self.respawned_wrks.clear()

    def _is_due(self, place: int) -> bool:
        """Whether a lost worker is to be replaced at once; else it will be, in time."""
        worker = self.wrks[place]
        if worker.is_alive():  # type: ignore[no-untyped-call]
            return False
        if place in self._due:
            self._due.discard(place)
            return True
        if _ended_by_itself(worker) and not any_has_started():
            self.shutdown(1)  # type: ignore[no-untyped-call]
        self._lost[place] = self._lost[place] + 1 if monotonic() - worker.birth < STEADY else 1
        if not (seconds := wait(self._lost[place])):
            return True
        logger.warning(
            "worker-%d was lost %d times; it starts again in %d s", place + 1, self._lost[place], seconds
        )
        self._call(place, seconds)
        return False

    def _call(self, place: int, seconds: float) -> None:
        """Have Granian see after a place again in so many seconds."""
        timer = Timer(seconds, self._has_waited, (place,))
        timer.daemon = True
        timer.start()

    def _has_waited(self, place: int) -> None:
        self._due.add(place)
        self.interrupt_children.append(place)
        self.main_loop_interrupt.set()


def wait(lost: int) -> int:
    """Seconds until the next start of a worker that was lost so often in a row: none, 1, 2, 4 … up to the longest."""
    return 0 if lost <= 1 else min(LONGEST_WAIT, 1 << min(lost - 2, 10))


def _ended_by_itself(worker: Any) -> bool:
    code = worker.inner.exitcode
    return code is not None and code >= 0
