"""Being read to: by a voice of the device alone, a sentence at a time, marked where it stands; a stand-in speaks here."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.e2e.steps import PLAY, QUIZ
from tests.e2e.test_pages import PHONE, audit
from tests.e2e.test_questions import MATCH, begun
from tests.e2e.test_questions import QUIZ as STAFF_QUIZ

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.e2e.steps import Steps

OWN = {"name": "Nel", "lang": "nl-NL", "localService": True, "default": False}
ENGLISH = {"name": "Amy", "lang": "en-GB", "localService": True, "default": True}
FAR = {"name": "Cloud", "lang": "nl-NL", "localService": False, "default": True}
STAND_IN = """(() => {
  const voices = VOICES;
  const speech = Object.assign(new EventTarget(), {
    getVoices: () => voices,
    speak(one) { window.speaking = one; window.said.push({text: one.text, voice: one.voice.name, rate: one.rate}); },
    cancel() { const one = window.speaking; window.speaking = null; one?.onerror?.({error: "canceled"}); },
  });
  window.said = [];
  window.finish = () => { const one = window.speaking; window.speaking = null; one?.onend?.(); };
  Object.defineProperty(window, "speechSynthesis", {value: speech});
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
})();"""
MARKED = "[...(CSS.highlights.get('aloud') || [])].map(range => range.toString().replace(/\\s+/g, ' ').trim()).join('')"
READ_ON = "() => { for (let n = 0; n < 400 && window.speaking; n++) window.finish(); }"
PLAY_BUTTON, STOP_BUTTON, PACE = "[data-aloud-play]", "[data-aloud-stop]", "[data-aloud-pace]"


def opened(visit, live, path: str, *voices: dict[str, object], **words: object) -> Steps:
    """A pupil whose device has these voices, on a page."""
    steps = visit(live.pupil("Sara"), reduced_motion="reduce", **words)
    steps.page.add_init_script(STAND_IN.replace("VOICES", json.dumps(voices)))
    return steps.goto(path)


def said(page: Page) -> list[str]:
    return [one["text"] for one in page.evaluate("window.said")]


def test_a_scene_is_read_sentence_by_sentence_with_the_keyboard(live, visit):
    steps = opened(visit, live, PLAY, FAR, OWN)
    page, button = steps.page, steps.page.locator(PLAY_BUTTON)
    before = page.locator("#play").inner_html()
    button.focus()
    page.keyboard.press("Enter")
    assert said(page) == [page.locator("#play h1").inner_text()]
    assert page.evaluate(MARKED) == said(page)[0]
    page.evaluate("window.finish()")
    page.keyboard.press("Enter")
    assert page.evaluate("[window.speaking, CSS.highlights.has('aloud')]") == [None, False]
    page.keyboard.press("Enter")
    assert said(page)[1] == said(page)[2], "going on begins with the sentence that was broken off"
    page.locator(PACE).select_option("0.75")
    page.evaluate(READ_ON)
    spoken, told = page.evaluate("window.said"), " ".join(said(page))
    assert {one["voice"] for one in spoken} == {"Nel"}
    assert {one["rate"] for one in spoken} == {1, 0.75}
    for choice in page.locator("button.choice span:last-child").all_inner_texts():
        assert choice in told
    assert page.locator("#play").inner_html() == before, "not a letter of the story was touched"
    expect(page.locator(STOP_BUTTON)).to_be_hidden()


def test_bubbles_are_read_and_moving_on_is_silence_until_the_next_scene_is_there(live, visit):
    steps = opened(visit, live, PLAY, OWN, has_touch=True, viewport=PHONE)
    page = steps.page
    page.locator(PLAY_BUTTON).tap()
    page.evaluate("window.said.length = 0")
    steps.choice("in-de-bus").tap()
    steps.stands_at(1)
    page.wait_for_function("window.said.length > 0")
    page.evaluate(READ_ON)
    for words in (*page.locator(".bubble p").all_inner_texts(), page.locator("#play h1").inner_text()):
        assert words.split(". ")[0].strip(" !?.’‘")[:12] in " ".join(said(page))
    page.locator(PLAY_BUTTON).tap()
    page.locator(STOP_BUTTON).tap()
    expect(page.locator(PLAY_BUTTON)).to_be_focused()
    page.evaluate("window.said.length = 0")
    steps.back_to(0)
    assert said(page) == [], "who stopped it is not read to again by itself"


def test_a_question_is_read_with_its_options_and_the_pace_is_remembered(live, visit):
    steps = opened(visit, live, PLAY, OWN)
    page = steps.page
    page.locator(PACE).select_option("1.25")
    steps.goto(QUIZ)
    expect(page.locator(PACE)).to_have_value("1.25")
    page.locator(PLAY_BUTTON).click()
    page.evaluate(READ_ON)
    told = " ".join(said(page))
    assert page.locator("#quiz h1").inner_text() in told
    for option in page.locator("#quiz label.option").all_inner_texts():
        assert option.strip(" .!?") in told
    assert page.evaluate("window.said[0].rate") == 1.25


def test_partners_to_choose_from_are_read_once(live, visit):
    person = begun(live, MATCH)
    steps = visit(person, reduced_motion="reduce")
    steps.page.add_init_script(STAND_IN.replace("VOICES", json.dumps([OWN])))
    page = steps.goto(f"/learn/quizzes/{STAFF_QUIZ}").page
    page.locator(PLAY_BUTTON).click()
    page.evaluate(READ_ON)
    partners = page.locator(".match-item").first.locator("option:not([value=''])").all_inner_texts()
    assert partners
    assert [said(page).count(one.strip()) for one in partners] == [1] * len(partners)


@pytest.mark.parametrize("voices", [(), (FAR,), (ENGLISH,)], ids=["none", "of a network", "english"])
def test_where_the_device_has_no_voice_of_the_language_nothing_is_offered(live, visit, voices):
    page = opened(visit, live, PLAY, *voices).page
    expect(page.locator("#play h1")).to_be_visible()
    expect(page.locator(PLAY_BUTTON)).to_be_hidden()


def test_without_script_nothing_is_offered(live, visit):
    page = visit(live.pupil("Sara"), java_script_enabled=False).goto(PLAY).page
    expect(page.locator(PLAY_BUTTON)).to_be_hidden()


def test_axe_finds_nothing_while_it_is_read(live, visit):
    problems: list[str] = []
    steps = opened(visit, live, PLAY, OWN, bypass_csp=True)
    steps.page.locator(PLAY_BUTTON).click()
    audit(steps, "read aloud", problems)
    assert problems == []
