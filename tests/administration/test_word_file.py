"""Plain Markdown becomes a Word file that says the same, with what is to be filled in marked."""

from __future__ import annotations

from io import BytesIO

import docx
from docx.enum.text import WD_COLOR_INDEX

from course.administration.word_file import word_file

TEXT = """# Een sjabloon

Zie [de lijst](lijst.md) bij *het* register,
en vul **alles** in.

- **Norm**: A
- [datum]

| vraag | oordeel |
|---|---|
| Kan het `minder`? | [naam, datum] en dan |
"""


def test_headings_paragraphs_lists_and_tables_keep_their_words() -> None:
    made = docx.Document(BytesIO(word_file(TEXT)))
    assert [(one.style.name, one.text) for one in made.paragraphs if one.style] == [
        ("Heading 1", "Een sjabloon"),
        ("Normal", "Zie de lijst bij het register, en vul alles in."),
        ("List Bullet", "Norm: A"),
        ("List Bullet", "[datum]"),
    ]
    (table,) = made.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["vraag", "oordeel"],
        ["Kan het minder?", "[naam, datum] en dan"],
    ]
    assert table.rows[0].cells[0].paragraphs[0].runs[0].bold
    assert made.core_properties.title == "Een sjabloon"


def test_only_what_stands_between_brackets_is_marked() -> None:
    made = docx.Document(BytesIO(word_file(TEXT)))
    cells = made.tables[0].rows[1].cells[1].paragraphs
    runs = [run for one in (*made.paragraphs, *cells) for run in one.runs]
    marked = [one.text for one in runs if one.font.highlight_color == WD_COLOR_INDEX.YELLOW]
    assert marked == ["[datum]", "[naam, datum]"]
