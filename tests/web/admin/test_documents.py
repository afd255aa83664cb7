"""An administrator sees what each document is for, and takes it along."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import docx

from course.administration.documents import Document

if TYPE_CHECKING:
    from tests.web.conftest import Visitor


def test_every_document_is_listed_and_comes_in_both_forms(visitor: Visitor) -> None:
    assert "Documenten om in te vullen" in visitor.as_administrator().page("/admin/").words
    page = visitor.get("/admin/documents").text
    for one in Document:
        word, plain = (f"/admin/documents/{form}/{one}" for form in ("docx", "md"))
        assert f'href="{word}"' in page
        assert f'href="{plain}"' in page
        answer = visitor.get(word)
        assert docx.Document(BytesIO(answer.data)).paragraphs[0].text
        assert answer.headers["Content-Disposition"] == f'attachment; filename="deelwijs-{one}.docx"'
        assert visitor.get(plain).text.startswith("# ")
    assert visitor.get("/admin/documents/docx/security").status_code == 404
    assert visitor.get("/admin/documents/pdf/dpia").status_code == 404
