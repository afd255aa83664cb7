from __future__ import annotations

from course.people.factors.recovery import draw, found, hashed


def test_a_code_is_found_however_it_is_typed_and_no_other() -> None:
    codes = draw()
    hashes = dict(enumerate(hashed(codes[:2])))
    assert found(hashes, codes[1].upper().replace("-", "")) == 1
    assert found(hashes, codes[2]) is None
    assert found(hashes, "") is None
