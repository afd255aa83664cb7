"""A roster's preview names whom it is about, where that is asked."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.keeping import Kept

HERE = ("--school", "De Linde")


def test_who_is_new_moved_changed_and_gone_is_named_and_only_when_asked(kept: Kept, tmp_path: Path) -> None:
    file = tmp_path / "pupils.csv"
    head = "Leerlingnummer;Roepnaam;Groep;Jaargroep;Rol;E-mail\n"
    file.write_text(f"{head}1;Noor;8A;8;;\n2;Sem;8A;8;;\n3;Bo;8A;8;;\n", encoding="utf-8")
    said = kept.says("roster", str(file), *HERE, "--names", "--confirm")
    assert "New groups\n  8A\nNew pupils\n  Noor (8A)\n  Sem (8A)\n  Bo (8A)\n" in said
    file.write_text(
        f"{head}1;Noortje;8A;7;;\n2;Sem;8B;8;;\n9;Jo Vos;;;leraar;jo@school.example\n", encoding="utf-8"
    )
    found = json.loads(kept.says("roster", str(file), *HERE, "--names", "--json"))["names"]
    assert found == {
        "new_groups": ["8B"],
        "moved": ["Sem (8B)"],
        "changed": ["Noor → Noortje (8A) 8 → 7"],
        "gone": ["Bo"],
        "new_staff": ["Jo Vos"],
    }
    plain = kept.says("roster", str(file), *HERE)
    assert "Sem" not in plain
    assert "names" not in json.loads(kept.says("roster", str(file), *HERE, "--json"))
