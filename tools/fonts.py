"""Takes the letters that the course is written in out of the vendored fonts, so that a first page loads a third less.

    pip install fonttools==4.68.0 brotli && python -m tools.fonts

The rest of each font stays beside it: a browser fetches it only for a page with a letter that is not among these, as in a
name from far away (`unicode-range` in `css/app.css`). Needs `pyftsubset`, which nothing else does; `tools/vendor.py` runs
this after it has put the fonts in place.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FONTS = ROOT / "web" / "static" / "vendor" / "@fontsource"
LETTERS = "ÀÁÂÄÇÈÉÊËÌÍÎÏÑÒÓÔÖÙÚÛÜàáâäçèéêëìíîïñòóôöùúûüß"
SIGNS = "\u00a0«»·×–—‘’“”•…€−"
OURS = "".join(map(chr, range(0x20, 0x7F))) + LETTERS + SIGNS
"""What Dutch and its neighbours are written in; no text of the course itself needs more, but a Turkish name."""
FEATURES = "kern,mark,mkmk,ccmp,locl,liga,pnum,tnum"


def main() -> None:
    """Write a smaller font beside each font."""
    for font in originals():
        command = [
            "pyftsubset",
            str(font),
            f"--text={OURS}",
            f"--layout-features={FEATURES}",
            "--flavor=woff2",
            "--no-hinting",
            "--drop-tables+=STAT,DSIG",
            f"--output-file={of(font)}",
        ]
        subprocess.run(command, check=True)


def originals() -> list[Path]:
    """List the fonts as their maker serves them."""
    return sorted(FONTS.rglob("*-latin-*-normal.woff2"))


def of(font: Path) -> Path:
    """Name the smaller font of a font."""
    return font.with_name(font.name.replace("-latin-", "-dutch-"))


if __name__ == "__main__":
    main()
