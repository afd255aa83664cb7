"""A small, sound content root: one protocol, one module, one lesson and one quiz."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from tests.norms.test_read import BROKEN

if TYPE_CHECKING:
    from pathlib import Path

SCENES = """
## Wat nu

Een filmpje van Sem.

- [Ik vraag het Sem](#sem-zegt-ja){act=ask-the-person-first}
  > Zo kiest Sem zelf.
- [Ik zet het online](#sem-is-boos){act=post-photo-without-asking}
  > Het scheelt een minuut, en Sem weet van niets.
- [Ik laat het Milan zien, die naast mij zit](#sem-is-boos){id=milan}
  > Milan lacht en vertelt het door.

## Sem zegt ja

Sem lacht.

## Sem is boos

Sem kijkt weg.

{.later}
## Drie weken later

Weer een filmpje.

- [Ik vraag het weer](#klaar){act=ask-the-person-first}
  > Vragen blijft nodig.
- [Ik weet het antwoord al](#klaar){id=weet}
  > Misschien is het nu anders.

## Klaar

Tot later.
"""

LESSON = f"""---
title: Het filmpje
module: filmpje
bands: [po-7-8]
minutes: 5
frameworks: [slo:po:24A]
cast:
  ik: {{name: Jij, me: true}}
---

# Het filmpje

Over een filmpje.
{SCENES}"""

QUIZ = """---
title: Het filmpje
module: filmpje
draw: 1
---

{#mag kind=judge act=post-photo-without-asking}
## Mag dat?

> Zonder ja blijft het bij jou.

{#wie acts="ask-the-person-first"}
## Wie vraag je het?

- [x] Sem
- [ ] Niemand
  > Dan weet Sem van niets.

> Het is zijn gezicht.
"""

MODULES = """[modules.filmpje]
audience = "pupil"
bands = ["po-7-8"]
lessons = ["filmpje"]
quiz = "filmpje"
picture = "filmpje/kaart.svg"
nl = "Het filmpje"
en = "The clip"
summary = {nl = "Kort", en = "Short"}

[modules.team]
audience = "teacher"
bands = ["staff"]
lessons = ["team"]
quiz = "team"
picture = "filmpje/kaart.svg"
nl = "Het team"
en = "The team"
summary = {nl = "Kort", en = "Short"}
"""

FRAMEWORK = """sector,code,level,domain,text_nl,uuid,parent_uuid
po,24A,doelzin,Wereld,De leerling gaat veilig om.,u1,
"""

STAFF = {
    "module: filmpje": "module: team",
    "po-7-8": "staff",
    "post-photo-without-asking": "ask-the-person-first",
}


def write_content(root: Path) -> Path:
    """Write the small root below a folder and give it back."""
    sound = BROKEN / "sound"
    for folder in ("norms/protocols", "lessons/filmpje", "lessons/team", "quizzes", "curriculum/frameworks"):
        (root / folder).mkdir(parents=True)
    shutil.copy(sound / "acts.toml", root / "norms")
    shutil.copy(sound / "law.toml", root / "norms")
    shutil.copy(sound / "protocol.toml", root / "norms" / "protocols" / "our-school.toml")
    (root / "lessons/filmpje/nl.md").write_text(LESSON, encoding="utf-8")
    (root / "lessons/filmpje/kaart.svg").write_text("<svg/>", encoding="utf-8")
    (root / "lessons/team/nl.md").write_text(for_staff(LESSON), encoding="utf-8")
    (root / "quizzes/filmpje.md").write_text(QUIZ, encoding="utf-8")
    (root / "quizzes/team.md").write_text(for_staff(QUIZ), encoding="utf-8")
    (root / "curriculum/modules.toml").write_text(MODULES, encoding="utf-8")
    (root / "curriculum/frameworks/slo.csv").write_text(FRAMEWORK, encoding="utf-8")
    return root


def for_staff(text: str) -> str:
    """The same text for the staff module."""
    for pupil, staff in STAFF.items():
        text = text.replace(pupil, staff)
    return text
