"""The server as this program wants it: a worker that crashes is replaced, one that can't start ends the service."""

from __future__ import annotations

from typing import Any

from granian.server import MPServer


class Service(MPServer):
    """Granian with processes for workers, and a difference between the two ways in which a worker is lost.

    Left to itself it starts either all of them anew or none. Two workers that can't start would then take turns at it
    without end, for it takes a crash loop to be the same worker twice.
    """

    def _respawn_workers(self, workers: list[int], *how: Any, **words: Any) -> None:
        """Replace workers that a signal ended; one that ended by itself has said why, so end here with 1."""
        if any(_ended_by_itself(self.wrks[place]) for place in workers):
            self.shutdown(1)  # type: ignore[no-untyped-call]
        super()._respawn_workers(workers, *how, **words)


def _ended_by_itself(worker: Any) -> bool:
    code = worker.inner.exitcode
    return code is not None and code >= 0
