"""What a new lesson, quiz and module hold before somebody writes them: each format's parts once, in words to be replaced."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

ACTS = {
    False: (
        "pupil-post-photo-of-classmates-without-asking",
        "ask-the-person-first",
        "delete-photo-when-asked",
    ),
    True: ("post-school-images-without-consent", "ask-the-person-first", "delete-photo-when-asked"),
}
"""For pupils, and for staff: one act that tempts, one that asks, one that mends."""

PICTURE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300">
<rect width="400" height="300" fill="#fdf1cf"/><circle cx="200" cy="150" r="70" fill="#e8a33d"/></svg>
"""

LESSON = """---
title: {title}
module: {name}
bands: [{band}]
minutes: 5
cast:
  noor: {{name: Noor}}
  ik: {{name: Jij, me: true}}
---

# {title}

Zeg in één of twee zinnen waar dit begint.

## Begin

![Een oranje bal op een gele muur, tot hier een tekening staat](begin.svg)

::: chat Noor
noor: Mag die foto op jouw verhaal?
:::

::: teacher
Vraag: wie beslist hier eigenlijk?
:::

Wat doe je?

- [Meteen plaatsen](#geplaatst){{act={tempts}}}
  > Noor kijkt of haar naam erbij staat.
- [Eerst vragen wie erop staan](#gevraagd){{act={asks}}}
  > Het kost een halve dag. Eén iemand wil het niet.

## Geplaatst

Iemand vraagt of de foto weg kan.

- [Hem weghalen](#einde){{id=weg act={mends}}}
  > Er waren al twaalf mensen die keken.
- [Eerst vragen waarom](#einde){{id=waarom act={asks}}}
  > ‘Moet dat dan?’ is het antwoord.

## Gevraagd

Je hebt het antwoord van iedereen.

- [Naar Noor](#einde)

## Einde

::: when chose=geplaatst
Zo was het niet bedoeld.
:::

Het is weer stil.

{{.later}}
## Een week later

Er ligt een nieuwe foto. Wat doe je nu?

- [Hem eerst laten zien](#klaar){{id=zien act={asks}}}
  > Het gaat vlugger dan de vorige keer.
- [Hem plaatsen](#klaar){{id=plaatsen act={tempts}}}
  > Je telefoon trilt al.

## Klaar

Dat was het.
"""

QUIZ = """---
title: {title}
module: {name}
draw: 1
---

{{#wie-beslist acts="{asks}"}}
## Wie beslist?

Op een foto staan twee mensen. Jij wilt hem delen. Wie vraag je het?

- [x] Allebei
- [ ] Wie vooraan staat
  > Ook de ander is te herkennen.
- [ ] Wie de foto maakte
  > Maken is iets anders dan erop staan.

> Wie te herkennen is, mag zelf kiezen.

{{#mag-het kind=judge act={tempts}}}
## Mag het?

Iemand plaatst een foto van anderen. Er is niets gevraagd. Mag dat bij jullie?

> Dat staat in de regels van je school.
"""

MODULE = """
[modules.{name}]
audience = "{audience}"
bands = ["{band}"]
lessons = ["{name}"]
quiz = "{name}"
picture = "{name}/begin.svg"
nl = "{title}"
en = "{title}"

[modules.{name}.summary]
nl = "Zeg in één zin waar het over gaat."
en = "Say in one sentence what it is about."
"""


def files(name: str, *, staff: bool) -> Mapping[str, str]:
    """Give the files of a lesson and its quiz by their place in the content."""
    return {
        f"lessons/{name}/nl.md": _filled(LESSON, name, staff=staff),
        f"lessons/{name}/begin.svg": PICTURE,
        f"quizzes/{name}/nl.md": _filled(QUIZ, name, staff=staff),
    }


def module(name: str, *, staff: bool) -> str:
    """Give the module that holds both, as it stands in `curriculum/modules.toml`."""
    return _filled(MODULE, name, staff=staff)


def _filled(text: str, name: str, *, staff: bool) -> str:
    tempts, asks, mends = ACTS[staff]
    return text.format(
        name=name,
        title=name.replace("-", " ").capitalize(),
        band="staff" if staff else "po-7-8",
        audience="teacher" if staff else "pupil",
        tempts=tempts,
        asks=asks,
        mends=mends,
    )
