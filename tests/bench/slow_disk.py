"""A slower disk than this machine's: programs started within wait some milliseconds more for every fsync."""

import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest

SOURCE = Path(__file__).with_name("slow_disk.c")


@contextmanager
def slow_disk(milliseconds: float):
    """Set the environment of what is started in the block; needs a C compiler, for the library of C has no such setting."""
    if not milliseconds:
        yield
        return
    if shutil.which("cc") is None:
        pytest.skip("a delayed fsync needs a C compiler")
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as changed:
        Path(folder).chmod(0o755)
        made = Path(folder) / "slow_disk.so"
        subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-o", made, SOURCE, "-ldl"], check=True)
        changed.setenv("LD_PRELOAD", str(made))
        changed.setenv("FSYNC_MS", str(milliseconds))
        yield
