"""A lesson begins: five pupils sign in side by side, one of them forgot, one scans a card."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from course.learning.lesson.trails import forget_trails
from course.people.cards import draw_cards
from tests import builders

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.live import Live
    from tests.e2e.steps import Steps

TABLET = {"viewport": {"width": 768, "height": 1024}}


def test_five_pupils_come_in_side_by_side_one_forgot_and_one_scans_a_card(
    live: Live, visit: Callable[..., Steps]
) -> None:
    """The teacher's page tells everybody apart, and opens the door for who shows the picture."""
    group = builders.a_group(live.store, live.ours, "7 side by side", live.our_group.school_year)
    names = ("Aisha", "Boris", "Carlijn", "Dunya", "Elias")
    pupils = {name: builders.a_pupil(live.store, group, name) for name in names}
    member = builders.a_teacher(live.store, group)
    teacher = visit(member.id).goto(f"/teacher/groups/{group.id}/session").page
    teacher.locator(f"form[action='/teacher/groups/{group.id}/session'] button").click()
    code = teacher.locator(".class-code > b").inner_text()
    tablets = {name: visit(**TABLET) for name in names}
    for name in ("Aisha", "Boris", "Carlijn"):
        tablets[name].come_in_as_pupil(code, name)
    forgot = tablets["Dunya"].type_code(code).page
    forgot.locator(f"a[href='/sign-in/class/{pupils['Dunya']}']").click()
    forgot.locator("form[action$='/ask'] button").click()
    picture = forgot.locator(".knock-picture img").get_attribute("src") or "?"
    teacher.reload()
    knock = teacher.locator("form.knock")
    expect(knock.locator("img")).to_have_attribute("src", picture)
    knock.locator("button[value='let-in']").click()
    forgot.locator("form[action$='/sign-in/wait'] button").click()
    forgot.wait_for_url("**/learn/")
    actor = builders.signed_in(live.store, member, datetime.now(UTC))
    (card,) = draw_cards(
        live.store, actor, group.id, [pupils["Elias"]], b"journey", datetime.now(UTC), forget_trails
    )
    scans = tablets["Elias"].goto(f"/sign-in/card#{card.token}").page
    scans.wait_for_url("**/learn/")
    assert card.token not in scans.url
    teacher.reload()
    expect(teacher.locator("#session progress")).to_have_attribute("value", "5")
    for tablet in tablets.values():
        expect(tablet.page.locator("h1")).to_be_visible()
