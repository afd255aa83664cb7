"""A voice message, a picture with places and a message to complete: by keyboard, without script, and axe finds nothing."""

from __future__ import annotations

import shutil
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from werkzeug.serving import make_server

from tests.e2e.test_pages import AXE, FOUND, RULES
from web.preview import make_preview
from web.preview.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parents[2]
LESSON = "mag-deze-foto"
TEXT = """---
title: Stukken
module: mag-deze-foto
bands: [po-7-8]
minutes: 5
cast:
  noor: {name: Noor, picture: noor.svg}
---
# Stukken

## Begin

::: spots
![Daan staat in de modder en vier klasgenoten lachen.](bos.svg)

- 5 10 30 30: Hier lacht iemand.
- 50 50 40 40: Hier zakt een laars weg.
:::

::: voice noor seconds=12
Bel me even terug, oké?
:::

::: compose Daan
Hoi Daan,

- eerlijk: ik heb hem doorgestuurd.
- draaien: iemand heeft hem doorgestuurd.

En nu:

- weg: haal ik hem weg.
- grap: lachen we erom.
:::

- [Eerlijk, en hij gaat weg](#weg){parts="eerlijk weg" acts="delete-photo-when-asked ask-the-person-first"}
  > Hij stuurt een duim.
- [Een bericht waar Daan niets aan heeft](#stil){act=keep-photo-online-when-asked-to-remove}
  > Stil.

## Weg

Weg is weg.

{.sad}
## Stil

Stil.
"""


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    for folder in ("norms", "lessons", "quizzes", "curriculum"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    (tmp_path / "lessons" / LESSON / "nl.md").write_text(TEXT, encoding="utf-8")
    server = make_server("127.0.0.1", 0, make_preview(Desk(tmp_path, LESSON, "kom-leren")), threaded=True)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()


def opened(browser: Browser, address: str, **words: object) -> Page:
    context = browser.new_context(locale="nl-NL", reduced_motion="reduce", **words)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{address}/lessons/{LESSON}")
    return page


def test_axe_finds_nothing_by_day_or_by_night(browser: Browser, address: str) -> None:
    page = opened(browser, address, bypass_csp=True)
    page.evaluate("source => { if (!window.axe) (0, eval)(source) }", AXE)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert page.evaluate(FOUND, RULES) == [], scheme
    page.set_viewport_size({"width": 320, "height": 640})
    assert not page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    page.context.close()


def test_a_place_leads_to_its_words_and_a_message_is_made_by_keyboard(browser: Browser, address: str) -> None:
    page = opened(browser, address)
    page.get_by_role("link", name="Plek 2").focus()
    page.keyboard.press("Enter")
    assert (
        page.evaluate("document.querySelector('.spots li:target').textContent") == "Hier zakt een laars weg."
    )
    page.get_by_role("radio").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".you-chose")).to_contain_text("Eerlijk, en hij gaat weg")
    expect(page.locator(".verdict")).to_have_count(1)
    expect(page.locator(".verdict-also")).to_have_count(1)
    page.context.close()


def test_without_script_a_message_is_sent_when_every_place_is_filled(browser: Browser, address: str) -> None:
    page = opened(browser, address, java_script_enabled=False)
    page.get_by_role("button", name="Verstuur dit bericht").click()
    expect(page.locator(".compose")).to_be_visible()
    page.get_by_label("iemand heeft hem doorgestuurd.").check()
    page.get_by_label("haal ik hem weg.").check()
    page.get_by_role("button", name="Verstuur dit bericht").click()
    expect(page.locator(".you-chose")).to_contain_text("Een bericht waar Daan niets aan heeft")
    page.context.close()
