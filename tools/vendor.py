"""Copies the front-end files that pages need out of named, versioned npm packages.

Pages never ask another host for anything, so these files are committed. Run this after changing a version
below: `python -m tools.vendor`. It fetches each package by name and version with `npm pack` (or, given
`--from FOLDER`, takes it from an existing node_modules folder), copies the listed files and the licence,
and rewrites what is made of them: the smaller fonts, the list `vendor/README.md`, the icon macros and the CSS base in
`app.css`.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import tarfile
import tempfile
import textwrap
from dataclasses import dataclass
from pathlib import Path

from tools import fonts

ROOT = Path(__file__).resolve().parent.parent
STATIC = ROOT / "web" / "static"
VENDOR = STATIC / "vendor"
PREVIEW = ROOT / "web" / "preview" / "static" / "vendor"
"""For pages of an author's preview: the program that serves learners doesn't offer what is here."""
ICON_MACROS = ROOT / "web" / "templates" / "_ui" / "_icon_paths.html"
ICON_WIDTH = 120
BASE_MARKS = ("/* modern-normalize: begin */", "/* modern-normalize: end */")

ICONS = [
    "arrow-down",
    "arrow-left",
    "arrow-right",
    "arrow-up",
    "battery-full",
    "bell",
    "book-open",
    "calendar",
    "camera",
    "check",
    "chevron-down",
    "chevron-left",
    "chevron-right",
    "circle-alert",
    "circle-check",
    "circle-question-mark",
    "clock",
    "download",
    "ellipsis",
    "eye",
    "file-text",
    "flag",
    "hand",
    "heart",
    "history",
    "image",
    "info",
    "key-round",
    "languages",
    "list-checks",
    "lock",
    "log-out",
    "mail",
    "message-circle",
    "moon",
    "pencil",
    "phone",
    "phone-off",
    "plus",
    "printer",
    "refresh-cw",
    "scale",
    "school",
    "search",
    "send",
    "share-2",
    "signal",
    "sparkles",
    "split",
    "star",
    "sun",
    "target",
    "trash-2",
    "triangle-alert",
    "upload",
    "user",
    "users",
    "volume-2",
    "wifi",
    "wifi-off",
    "x",
]


@dataclass(frozen=True, slots=True)
class Package:
    """One npm package and the files we take from it (`source path: name in our folder`)."""

    name: str
    version: str
    licence: str
    why: str
    licence_file: str
    files: dict[str, str]
    folder: Path = VENDOR


def _font(name: str, *weights: int) -> dict[str, str]:
    return {f"files/{name}-latin-{w}-normal.woff2": f"{name}-latin-{w}-normal.woff2" for w in weights}


PACKAGES = (
    Package(
        name="htmx.org",
        version="2.0.11",
        licence="0BSD",
        why="swaps a fragment instead of a page; 2.x because htmx-flask speaks its headers",
        licence_file="LICENSE",
        files={"dist/htmx.min.js": "htmx.min.js"},
    ),
    Package(
        name="@fontsource/atkinson-hyperlegible-next",
        version="5.3.0",
        licence="OFL-1.1",
        why="text face: letters that are hard to confuse, for young and for tired eyes",
        licence_file="LICENSE",
        files=_font("atkinson-hyperlegible-next", 400, 700),
    ),
    Package(
        name="@fontsource/mali",
        version="5.3.0",
        licence="OFL-1.1",
        why="display face: a child's own neat handwriting, clear down to Il1 and O0",
        licence_file="LICENSE",
        files=_font("mali", 700),
    ),
    Package(
        name="modern-normalize",
        version="3.0.1",
        licence="MIT",
        why="CSS base; copied into the first layer of `css/app.css` to save a request",
        licence_file="license",
        files={"modern-normalize.css": "modern-normalize.css"},
    ),
    Package(
        name="lucide-static",
        version="1.62.0",
        licence="ISC",
        why="icons; drawn inline by the macro `icon`, so they cost no request",
        licence_file="LICENSE",
        files={f"icons/{icon}.svg": f"{icon}.svg" for icon in ICONS},
    ),
    Package(
        name="mermaid",
        version="12.3.0",
        licence="MIT",
        why="draws the graph of a lesson, in the preview only",
        licence_file="LICENSE",
        files={"dist/mermaid.min.js": "mermaid.min.js"},
        folder=PREVIEW,
    ),
)


def main() -> None:
    """Copy every package into place, then rewrite what is derived from them."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--from", dest="modules", type=Path, help="an existing node_modules folder")
    modules: Path | None = parser.parse_args().modules
    with tempfile.TemporaryDirectory() as scratch:
        for package in PACKAGES:
            source = modules / package.name if modules else _fetch(package, Path(scratch))
            _copy(package, source)
    fonts.main()
    for folder in (VENDOR, PREVIEW):
        _write_list(folder)
    _write_icons()
    _write_base()


def _fetch(package: Package, scratch: Path) -> Path:
    """Unpack the package as npm serves it; npm itself checks the integrity hash."""
    wanted = f"{package.name}@{package.version}"
    command = ["npm", "pack", wanted, "--json", "--ignore-scripts", "--pack-destination", str(scratch)]
    answer = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    archive = scratch / json.loads(answer)[0]["filename"]
    target = scratch / package.name
    with tarfile.open(archive) as tar:
        tar.extractall(target, filter="data")
    return target / "package"


def _copy(package: Package, source: Path) -> None:
    found = json.loads((source / "package.json").read_text("utf-8"))["version"]
    if found != package.version:
        raise SystemExit(f"{package.name}: wanted {package.version}, found {found}")
    target = package.folder / package.name
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    shutil.copyfile(source / package.licence_file, target / "LICENSE")
    for path, name in package.files.items():
        shutil.copyfile(source / path, target / name)


def _write_list(folder: Path) -> None:
    beside = "Fonts have a smaller one beside them (`-dutch-`), made by `tools/fonts.py`."
    peeps = [
        beside,
        "Characters (`open-peeps/`) are rendered by a tool of their own and described in their folder.",
    ]
    rows = [
        "# Files from other makers",
        "",
        "Copied from npm packages by `tools/vendor.py`, which also writes this list.",
        "Each folder has its licence.",
        *(peeps if folder == VENDOR else []),
        "",
        "| package | version | licence | files | why |",
        "|---|---|---|---|---|",
    ]
    for p in (one for one in PACKAGES if one.folder == folder):
        icons = all(name.endswith(".svg") for name in p.files)
        files = f"{len(p.files)} icons" if icons else ", ".join(f"`{n}`" for n in p.files.values())
        rows.append(f"| {p.name} | {p.version} | {p.licence} | {files} | {p.why} |")
    (folder / "README.md").write_text("\n".join(rows) + "\n", "utf-8")


def _write_icons() -> None:
    """Put the inside of every icon in one Jinja mapping, so that a page holds only the icons it shows."""
    lines = ["{# Written by tools/vendor.py from lucide-static (ISC); do not edit. #}", "{% set paths = {"]
    for icon in ICONS:
        svg = (VENDOR / "lucide-static" / f"{icon}.svg").read_text("utf-8")
        inside = re.sub(r"\s+", " ", svg.split(">", 2)[2].rsplit("</svg>", 1)[0]).strip()
        lines.append(f"  {icon!r}: {_in_lines(inside.replace('> <', '><').replace(' />', '/>'))},")
    lines.append("} %}")
    ICON_MACROS.write_text("\n".join(lines) + "\n", "utf-8")


def _in_lines(shapes: str) -> str:
    """Write a text as a Jinja expression of short lines, cut at spaces."""
    lines = textwrap.wrap(
        shapes, ICON_WIDTH, drop_whitespace=False, break_long_words=False, break_on_hyphens=False
    )
    return " ~\n    ".join(map(repr, lines))


def _write_base() -> None:
    css = (VENDOR / "modern-normalize" / "modern-normalize.css").read_text("utf-8")
    bare = re.sub(r"\n{2,}", "\n", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)).strip()
    sheet = STATIC / "css" / "app.css"
    begin, end = BASE_MARKS
    head, rest = sheet.read_text("utf-8").split(begin, 1)
    tail = rest.split(end, 1)[1]
    sheet.write_text(f"{head}{begin}\n{bare}\n{end}{tail}", "utf-8")


if __name__ == "__main__":
    main()
