"""Write docs/templates/persoonsgegevens.md: every table that speaks of people with its columns, out of the schema.

`python -m tools.personal_data` writes it; a test holds that it is what the schema says.
"""

from __future__ import annotations

from pathlib import Path

import web.app  # noqa: F401 - declares the tables of every package
from course.learning.tables import marks
from course.privacy.known import is_shown, references

FILE = Path(__file__).parents[1] / "docs" / "templates" / "persoonsgegevens.md"
HEAD = """# Welke persoonsgegevens in de database staan

Bijlage bij het verwerkingsregister en de DPIA. Gemaakt uit het schema van de database door
`python -m tools.personal_data`; niet met de hand wijzigen. Wat onder *niet in een inzage* staat, zijn geheimen
(alleen onleesbaar bewaard) en teksten van een school of waarin anderen staan.

| tabel | kolommen | niet in een inzage |
|---|---|---|
"""


def table_of_fields() -> str:
    """Give the whole file."""
    lines = []
    for table in sorted((*references(), marks), key=lambda one: one.name):
        shown = ", ".join(f"`{one.name}`" for one in table.c if is_shown(one))
        hidden = ", ".join(f"`{one.name}`" for one in table.c if not is_shown(one)) or "–"
        lines.append(f"| `{table.name}` | {shown} | {hidden} |")
    return HEAD + "\n".join(lines) + "\n"


if __name__ == "__main__":
    FILE.write_text(table_of_fields(), encoding="utf-8")
