"""Say how much of the program the tests went through, name the modules that they know least, and fail below a floor.

Run after the tests, on the data that they left behind. A floor for the whole keeps the figure from sinking; the names say
where the next test is worth most. What runs in a process of its own, as a worker of `deelwijs serve` does, is not counted.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from coverage import Coverage

FLOOR = 93.0
"""Percent of statements and branches that `make test` alone goes through. Raise it when the figure has risen for good."""
NAMED = 10
"""So many modules are named."""


def lowest(report: dict) -> list[str]:
    """Name the modules that the tests know least, with how much of each and which lines they never reached."""
    files = sorted(report["files"].items(), key=lambda one: one[1]["summary"]["percent_covered"])
    return [
        f"{about['summary']['percent_covered']:5.1f}%  {name}  {_lines(about['missing_lines'])}"
        for name, about in files[:NAMED]
    ]


def _lines(numbers: list[int]) -> str:
    """Tell lines as ranges: 3-5, 9."""
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and number == ranges[-1][1] + 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in ranges)


def main() -> None:
    """Print the figure, and end with 1 where it is below the floor."""
    coverage = Coverage()
    coverage.load()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "coverage.json"
        coverage.json_report(outfile=str(path))
        report = json.loads(path.read_text(encoding="utf-8"))
    total = report["totals"]["percent_covered"]
    print(f"coverage: {total:.1f}% of statements and branches (floor {FLOOR}%); least known:")
    print("\n".join(lowest(report)))
    sys.exit(0 if total >= FLOOR else f"coverage fell below {FLOOR}%")


if __name__ == "__main__":
    main()
