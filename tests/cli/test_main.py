"""The command line runs however Python is asked to run it."""

from __future__ import annotations

import subprocess
import sys


def test_the_module_runs_the_command_line() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "cli.main", "protocols"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "kom-leren" in done.stdout


def test_the_module_tells_of_a_command_that_is_not_there() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "cli.main", "serf"], capture_output=True, text=True, check=False
    )
    assert done.returncode != 0
    assert "Usage: deelwijs" in done.stderr
