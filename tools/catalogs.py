"""The step of the build that compiles the translations, so that an installation speaks Dutch wherever it is made."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

CATALOGS = "web/translations/*/LC_MESSAGES/*.po"


class CatalogsBuildHook(BuildHookInterface[Any]):
    """Git ignores compiled catalogs, and so would the wheel; without them only the English of the sources is left."""

    PLUGIN_NAME = "catalogs"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - the base class's signature
        """Compile every catalog beside its source, and take it into the wheel."""
        root = Path(self.root)
        made = [compiled(source) for source in sorted(root.glob(CATALOGS))]
        build_data["artifacts"] += [f"/{one.relative_to(root).as_posix()}" for one in made]


def compiled(source: Path) -> Path:
    """Compile a catalog; put in its place in one go, for a process may be reading the one that is there."""
    target, fresh = source.with_suffix(".mo"), source.with_suffix(f".{os.getpid()}")
    with source.open("rb") as lines, fresh.open("wb") as file:
        write_mo(file, read_po(lines))
    return fresh.replace(target)
