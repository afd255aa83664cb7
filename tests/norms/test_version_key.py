from __future__ import annotations

import pytest

from course.norms.version_key import OF_VERSION, is_key, slug_of
from course.reading.fields import ID


@pytest.mark.parametrize(
    ("name", "slug", "key"), [("de-eik~12ab", "de-eik", True), ("kom-leren", "kom-leren", False)]
)
def test_an_id_tells_which_protocol_it_is_and_whether_a_school_published_it(name, slug, key):
    assert (slug_of(name), is_key(name)) == (slug, key)


def test_no_file_can_be_taken_for_a_version():
    assert not ID.fullmatch(f"de-eik{OF_VERSION}12ab")
