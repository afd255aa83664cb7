"""The graph of a lesson in a real browser: Mermaid understands the text, and draws it under the page's own policy."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from course.library import default_content_root, load_library
from course.norms.model import Verdict
from course.scenario.graph import mermaid
from course.scenario.graph.marks import MARKS
from tests.scenario.graph.test_mermaid import HOSTILE, LESSON, VERDICTS
from tests.scenario.lessons import lesson_of

ROOT = Path(__file__).parents[2]
PLAYED = "mag-deze-foto"
PATIENCE = 30


@pytest.fixture(scope="module")
def address():
    """`deelwijs preview` as an author calls it, with a content folder named from where they stand."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [
        Path(sys.executable).parent / "deelwijs",
        "--content",
        ".",
        "preview",
        PLAYED,
        "--port",
        str(port),
    ]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}"
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            urlopen(url, timeout=PATIENCE).close()
            break
        except (URLError, ConnectionError):
            time.sleep(0.05)
    try:
        yield url
    finally:
        process.terminate()
        process.wait(PATIENCE)


@pytest.fixture
def shown(browser, address):
    """Open a page of the preview; gives it with what it asked for and complained of."""
    contexts = []

    def shown(path, **words):
        context = browser.new_context(base_url=address, locale="nl-NL", **words)
        contexts.append(context)
        page = context.new_page()
        asked, said = [], []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(path)
        return page, asked, said

    yield shown
    for context in contexts:
        context.close()


def test_every_scene_and_choice_is_drawn_under_the_policy_of_the_page(shown, address):
    page, asked, said = shown(f"/graph/{PLAYED}?protocol=verkruisen")
    page.locator("[data-graph] svg").wait_for()
    lesson = load_library(default_content_root()).lesson(PLAYED)
    choices = sum(len(scene.choices) for scene in lesson.scenes.values())
    legend = len(MARKS) + 1
    assert page.locator("[data-graph] svg .node").count() == len(lesson.scenes) + choices + legend
    assert page.locator("[data-graph] .node.not").count() > 1
    words = page.locator("[data-graph]").text_content()
    assert "De laars komt thuis" in words
    assert "✕ mag niet" in words
    assert "Legenda: obs Verkruisen" in words
    assert (
        page.locator("[data-graph] .node.not rect").first.evaluate("one => getComputedStyle(one).stroke")
        == "rgb(166, 58, 36)"
    )
    assert page.locator("[data-graph-failed]").is_hidden()
    assert page.locator("details").get_attribute("open") is None, "the text makes way for the drawing"
    assert said == []
    assert [url for url in asked if not url.startswith((address, "data:"))] == []


def test_without_script_the_page_shows_the_text(shown):
    page, _asked, _ = shown(f"/graph/{PLAYED}", java_script_enabled=False)
    assert page.locator("[data-graph-text]").inner_text().startswith("flowchart LR")
    assert page.locator("[data-graph]").is_hidden()


def test_where_drawing_fails_the_page_says_so_and_shows_the_text(shown):
    page, _, said = shown("/")
    broken = "window.mermaid = {initialize() {}, render() { throw Error('no') }}"
    page.route("**/mermaid.min.js", lambda route: route.fulfill(body=broken))
    page.goto(f"/graph/{PLAYED}")
    page.locator("[data-graph-failed]").wait_for()
    assert page.locator("[data-graph-text]").is_visible()
    assert page.locator("[data-graph]").is_hidden()
    assert said


def test_pages_of_a_lesson_keep_the_strict_policy_and_load_no_mermaid(shown):
    page, asked, said = shown(f"/lessons/{PLAYED}")
    page.locator(f"a[href='/graph/{PLAYED}']").click()
    page.locator("[data-graph] svg").wait_for()
    before = [url for url in asked if "mermaid" in url]
    assert len(before) == 1, "the graph's own page asks for it"
    page.go_back()
    assert page.locator("#play").is_visible()
    assert said == []


def test_the_pictures_of_a_content_folder_named_from_here_are_there(shown):
    """A relative folder gave 404 for every picture."""
    page, _, said = shown(f"/lessons/{PLAYED}")
    pictures = page.locator("img[src*='/pictures/lessons/']")
    assert pictures.count() > 0
    assert page.evaluate("[...document.images].every(one => one.complete && one.naturalWidth > 0)")
    assert said == []


def test_mermaid_understands_every_lesson_under_every_protocol_and_any_words(shown):
    library = load_library(default_content_root())
    texts = [mermaid(LESSON), mermaid(LESSON, VERDICTS.__getitem__, "kom <Leren>")]
    for lesson in library.lessons:
        texts += [
            mermaid(
                library.lesson(lesson),
                lambda act, rules=protocol.id: library.table.verdict(rules, act),
                protocol.name,
            )
            for protocol in library.norms.protocols.values()
        ]
    page, _, _ = shown(f"/graph/{PLAYED}")
    page.locator("[data-graph] svg").wait_for()
    parsed = (
        "async texts => (await Promise.all(texts.map(one => mermaid.parse(one)))).map(one => one.diagramType)"
    )
    kinds = page.evaluate(parsed, texts)
    assert kinds == ["flowchart-v2"] * len(texts)


WORDS = (HOSTILE, "1. eerst", "- dan", "# kop", "**vet** _schuin_", "end", "a\\nb", "`x`", "&amp; &lt;b&gt;")


@pytest.mark.parametrize("words", WORDS)
def test_words_are_drawn_as_they_were_written(shown, words):
    lesson = lesson_of("## a\n\n- [Ja](#b){act=x}\n  > Zo.\n\n## b\n")
    object.__setattr__(lesson.scenes["a"].choices[0], "text", words)
    text = mermaid(lesson, lambda _: Verdict.OPEN, words)
    page, _, said = shown(f"/graph/{PLAYED}")
    page.locator("[data-graph] svg").wait_for()
    drawn = page.evaluate(
        """async text => {
          const { svg } = await mermaid.render("other", text);
          document.querySelector("[data-graph]").innerHTML = svg;
          return [...document.querySelectorAll("[data-graph] .node.open")].map(one => one.textContent);
        }""",
        text,
    )
    assert "".join(drawn[0].replace("\u200b", "").split()).startswith("".join(words.split()) + "x…")
    assert said == []
