"""Make the machine ready for the tests: a Chromium to drive, and PostgreSQL's programs.

Looks for what is installed; on Debian, as root, it installs what is missing; elsewhere it says in one line what to install.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def browser() -> str | None:
    """Path of a Chromium that is installed: the one that DEELWIJS_BROWSER names, one on PATH, or None."""
    named = os.environ.get("DEELWIJS_BROWSER")
    return named or next(filter(None, map(shutil.which, BROWSERS)), None)


def playwright_browser() -> str | None:
    """Path of the browser that `playwright install chromium` made, or None."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def postgres() -> str | None:
    """Folder of PostgreSQL's server programs, or None."""
    if found := shutil.which("initdb"):
        return str(Path(found).parent)
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return str(folders[-1].parent) if folders else None


def _debian() -> bool:
    return shutil.which("apt-get") is not None and os.geteuid() == 0


def _install(package: str) -> None:
    print(f"installing Debian's package {package} …", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", package],
    ):
        subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)


def main() -> int:
    """Install what is missing; 1 when the browser can't be had."""
    if not (browser() or playwright_browser()):
        if not _debian():
            print(
                "No Chromium found. Install one: `.venv/bin/playwright install chromium`, or your system's chromium package."
            )
            return 1
        _install("chromium")
    if not postgres():
        if _debian():
            _install("postgresql")
        else:
            print(
                "PostgreSQL's server programs were not found: install postgresql, or the tests on it are skipped."
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
