"""Take the pictures of README's tour again, from a demo board of its own: `python -m tools.tour`."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from tools.ready import browser

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "tour"
PASSWORD = "samen-wijs-delen"
ARGUMENTS = ["--disable-background-networking", "--disable-component-update", "--disable-sync"]


def main() -> None:
    """Build, serve, walk, and stop again."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "DEELWIJS_DATA": folder, "PYTHONUNBUFFERED": "1"}
        command = [str(Path(sys.executable).parent / "deelwijs"), "demo", "--port", str(port)]
        log = Path(folder) / "log"
        with log.open("w") as out, subprocess.Popen(command, env=environment, stdout=out, cwd=ROOT) as server:
            try:
                _wait(f"http://127.0.0.1:{port}/health")
                _walk(f"http://127.0.0.1:{port}", log.read_text())
            finally:
                server.terminate()


def _wait(url: str) -> None:
    for _ in range(200):
        try:
            urllib.request.urlopen(url, timeout=1)
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("the demo did not start")


def _walk(base: str, sheet: str) -> None:
    code, name, pictures = _first_pupil(sheet)
    teacher, director = re.findall(r"\S+@de-regenjas\.example", sheet)[:2]
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser(), args=[*ARGUMENTS, *sandbox])
        new = {"viewport": {"width": 1100, "height": 760}, "reduced_motion": "reduce", "locale": "nl-NL"}
        page = chromium.new_context(**new).new_page()
        _pupil(page, base, code, name, pictures)
        page = chromium.new_context(**new).new_page()
        _staff(page, base, teacher)
        page.get_by_role("link", name="Bekijk wie waar is").first.click()
        _shoot(page, "group")
        page = chromium.new_context(**new).new_page()
        _staff(page, base, director)
        _shoot(page, "director")
        chromium.close()


def _first_pupil(sheet: str) -> tuple[str, str, list[str]]:
    line = next(line for line in sheet.splitlines() if "kom-leren" in line)
    columns = re.split(r"\s{2,}", line.strip())
    return columns[2], columns[4], columns[5].split(", ")


def _pupil(page: Page, base: str, code: str, name: str, pictures: list[str]) -> None:
    page.goto(base)
    page.fill("#code", code)
    page.click("main form button.primary")
    page.click(f"text='{name}'")
    for picture in pictures:
        page.check(f"input[value={picture}]")
    page.click("main form button.primary")
    _shoot(page, "home")
    page.goto(f"{base}/learn/lessons/mag-deze-foto")
    page.locator("button.choice").first.click()
    page.locator(".feedback").wait_for()
    page.locator(".play-phone").scroll_into_view_if_needed()
    page.evaluate("document.querySelector('.play').scrollIntoView()")
    _shoot(page, "scene")
    page.locator("button.choice").first.click()
    page.get_by_text("elf lachende gezichtjes").wait_for()
    page.evaluate("document.querySelector('.feedback').scrollIntoView()")
    _shoot(page, "verdict")
    page.goto(f"{base}/learn/quizzes/mag-deze-foto")
    _shoot(page, "quiz")


def _staff(page: Page, base: str, email: str) -> None:
    page.goto(f"{base}/sign-in")
    page.fill("#email", email)
    page.fill("#password", PASSWORD)
    page.click("main form button")
    page.wait_for_load_state()


def _shoot(page: Page, name: str) -> None:
    page.mouse.move(0, 0)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(600)
    page.screenshot(path=FOLDER / f"{name}.png")


if __name__ == "__main__":
    main()
