"""A file is saved and never opened on the site, by who reads the log of its school."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.web.goals.test_files import log

if TYPE_CHECKING:
    from tests.web.conftest import Visitor
    from tests.web.town import Town


def test_it_is_an_attachment_that_may_do_nothing(visitor: Visitor, town: Town) -> None:
    teacher = visitor.as_teacher()
    log(teacher, town, "Eén brief.".encode(), "Brief één.txt")
    (address,) = [one for one in teacher.page("/goals/log").addresses if one.endswith("/file")]
    answer = teacher.get(address)
    assert answer.data == "Eén brief.".encode()
    heads = answer.headers
    assert heads["Content-Disposition"] == (
        "attachment; filename=\"Brief n.txt\"; filename*=UTF-8''Brief%20%C3%A9%C3%A9n.txt"
    )
    assert heads.getlist("Content-Security-Policy") == ["sandbox; default-src 'none'; frame-ancestors 'none'"]
    assert heads["X-Content-Type-Options"] == "nosniff"
    assert heads["Cache-Control"] == "no-store, private"
    assert answer.mimetype == "text/plain"
    visitor.as_director()
    assert visitor.get(address).status_code == 200
    for other in (town.their_teacher, town.their_director):
        assert visitor.as_staff(other).get(address).status_code == 404
