"""A worker ends with the service that started it: left alone it would keep the port, and nobody would replace it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

GRACE = 5
"""Seconds for the answers that are under way."""


def end_with_parent() -> None:
    """Watch the process that started this one; nothing to do where it was started by none of ours."""
    if parent := multiprocessing.parent_process():
        Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: BaseProcess) -> None:
    """Wait for the end of a pipe that only the parent holds open, which the kernel closes however it ended."""
    parent.join()
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(GRACE)
    os._exit(1)
