"""Makes files beside the requests: one at a time in a process, in a thread that ends with it.

What was under way when a process ends is made anew by the next page that asks how far it is.
"""

from __future__ import annotations

import logging
import threading
from datetime import UTC, datetime
from typing import TYPE_CHECKING, cast

from flask import current_app

from course.errors import DeelwijsError
from course.reports.whole.making import make

if TYPE_CHECKING:
    from collections.abc import Callable

    from course.reports.whole.asking import Export
    from course.reports.whole.making import Reader
    from course.store.store import Store

KEY = "deelwijs.exports"
log = logging.getLogger("deelwijs.exports")


class Makers:
    """The threads of one application that make files."""

    def __init__(self) -> None:
        """Begin with none."""
        self._turn = threading.Lock()
        self._at_work: dict[int, threading.Thread] = {}

    def begin(self, store: Store, export: Export, reader: Reader, clock: Callable[[], datetime]) -> None:
        """Make a file as soon as it is its turn; one that is made here already goes on."""
        if export.id in self._at_work:
            return
        thread = threading.Thread(
            target=self._make, args=(store, export, reader, clock), name=f"export-{export.id}", daemon=True
        )
        self._at_work[export.id] = thread
        thread.start()

    def wait(self) -> None:
        """Wait until nothing is made any more; for tests."""
        for one in list(self._at_work.values()):
            one.join()

    def _make(self, store: Store, export: Export, reader: Reader, clock: Callable[[], datetime]) -> None:
        try:
            with self._turn:
                make(store, export, reader, clock)
        except DeelwijsError as error:
            log.warning("a file about a school is not made, by %s", type(error).__name__)
        finally:
            self._at_work.pop(export.id, None)


def makers() -> Makers:
    """Those of the application that answers."""
    return cast("Makers", current_app.extensions.setdefault(KEY, Makers()))


def clock() -> Callable[[], datetime]:
    """Give the clock of the application, for a thread that has no request."""
    own = current_app.config.get("CLOCK")
    return own or (lambda: datetime.now(UTC))
