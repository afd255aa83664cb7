"""Walkers leave their examples in a store of their own."""

from __future__ import annotations

import subprocess
import sys

BUILDS = """
from sqlalchemy import inspect
from course.demo.examples import _scratch
with _scratch() as store:
    assert "persons" in inspect(store.engine).get_table_names()
"""


def test_that_store_is_made_by_a_program_that_loaded_no_other_tables() -> None:
    done = subprocess.run([sys.executable, "-c", BUILDS], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
