"""Run every check that needs no browser and no database: style, types, import directions, content, catalogs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

BIN = Path(sys.executable).parent

CHECKS = (
    ("style", ("ruff", "check", ".")),
    ("format", ("ruff", "format", "--check", ".")),
    ("types", ("mypy",)),
    ("imports", ("lint-imports", "--no-cache")),
    ("content", ("deelwijs", "check")),
)


def main() -> int:
    """Run them all, also after one has failed, so that everything wrong is seen at once; 1 if any failed."""
    failed = []
    for name, (program, *arguments) in CHECKS:
        done = subprocess.run([str(BIN / program), *arguments], check=False, capture_output=True, text=True)
        print(f"{name}: {'fine' if done.returncode == 0 else 'FAILED'}", flush=True)
        if done.returncode:
            print(done.stdout[-6000:] + done.stderr[-2000:])
            failed.append(name)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
