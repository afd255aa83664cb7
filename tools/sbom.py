"""Make a bill of materials (CycloneDX, JSON) of what runs, out of the locked requirements: `make sbom`.

cyclonedx-bom makes it; the address of a package registry, which it adds by itself, is taken out again. The hashes of
every file stand in the description, as the lock has them.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]


def without_addresses(bom: dict[str, Any]) -> dict[str, Any]:
    """Give the bill without the addresses at which packages are fetched."""
    components = []
    for one in bom.get("components", []):
        kept = [ref for ref in one.get("externalReferences", []) if ref.get("type") != "distribution"]
        rest = {name: value for name, value in one.items() if name != "externalReferences"}
        components.append({**rest, "externalReferences": kept} if kept else rest)
    return {**bom, "components": components}


def main(program: str, target: str) -> None:
    """Make it with the program at a path, and write it."""
    command = [program, "requirements", "requirements.txt", "--pyproject", "pyproject.toml"]
    made = subprocess.run(
        [*command, "--output-reproducible", "--of", "JSON", "-o", "-"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    bom = without_addresses(json.loads(made.stdout))
    Path(target).parent.mkdir(parents=True, exist_ok=True)
    Path(target).write_text(json.dumps(bom, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
