"""Words the norms for the command line, in Dutch and in English."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from course.norms.model import Gap, Stance, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from course.errors import NotFound
    from course.norms.judgement import Judgement
    from course.norms.model import Norms, Protocol

STANCES: Mapping[Stance, tuple[str, str]] = {
    Stance.REQUIRED: ("moet", "required"),
    Stance.ENCOURAGED: ("graag", "encouraged"),
    Stance.ALLOWED: ("mag", "allowed"),
    Stance.ASK_FIRST: ("eerst vragen", "ask first"),
    Stance.DISCOURAGED: ("liever niet", "discouraged"),
    Stance.FORBIDDEN: ("mag niet", "forbidden"),
    Stance.SILENT: ("zegt er niets over", "silent"),
}
VERDICTS: Mapping[Verdict, tuple[str, str]] = {
    Verdict.FINE: ("dit kan", "fine"),
    Verdict.ASK_FIRST: ("eerst vragen", "ask first"),
    Verdict.NOT_FINE: ("dit kan niet", "not fine"),
    Verdict.OPEN: ("geen antwoord in de regels", "open"),
}
GAPS: Mapping[Gap, tuple[str, str]] = {
    Gap.SILENT: (
        "Het protocol zwijgt, de wet niet: de wet geldt.",
        "The protocol is silent, the law is not: the law holds.",
    ),
    Gap.BELOW_LAW: (
        "Het protocol is soepeler dan de wet: de wet geldt.",
        "The protocol is milder than the law: the law holds.",
    ),
}
LABELS: Mapping[str, tuple[str, str]] = {
    "verdict": ("Oordeel", "Verdict"),
    "stance": ("Protocol", "Protocol"),
    "law": ("De wet", "The law"),
    "gap": ("Let op", "Mind"),
    "doubt": ("Bij twijfel", "In doubt"),
}
KINDS: Mapping[str, tuple[str, str]] = {"protocol": ("protocol", "protocol"), "act": ("handeling", "act")}


def judgement(judged: Judgement, lang: str) -> str:
    """Lay out a judgement over some lines: the act, the verdict, then each source with its own words."""
    return "\n".join(_judgement_lines(judged, lang))


def _judgement_lines(judged: Judgement, lang: str) -> Iterator[str]:
    yield f"{judged.protocol.name}: {judged.act.words.for_locale(lang)}"
    yield _line("verdict", _in(VERDICTS[judged.verdict], lang), lang)
    yield _line("stance", _in(STANCES[judged.position.stance], lang), lang)
    for article in judged.articles:
        yield f"  {article.id}: {article.words.for_locale(lang)}"
    yield _line("law", _in(STANCES[judged.law_position.stance], lang), lang)
    for rule in judged.national_articles:
        yield f"  {rule.reference}: {rule.words.for_locale(lang)}"
    if judged.gap:
        yield _line("gap", _in(GAPS[judged.gap], lang), lang)
    if judged.doubt:
        yield _line("doubt", f"{judged.doubt.words.for_locale(lang)} ({judged.doubt.id})", lang)


def protocol(protocol: Protocol, gaps: int, lang: str) -> str:
    """Put a protocol on one line, with its articles and the acts on which it stays below the law."""
    articles, teachable = len(protocol.articles), sum(a.teachable for a in protocol.articles.values())
    english = f"{articles} articles, {teachable} to teach, {gaps} gaps"
    dutch = f"{articles} artikelen, {teachable} om te leren, {gaps} keer onder de wet"
    return f"{protocol.id:<12} {protocol.name}: {protocol.title} ({_in((dutch, english), lang)})"


def acts(norms: Norms, lang: str) -> str:
    """List the acts under their themes."""
    order = {theme: at for at, theme in enumerate(dict.fromkeys(act.theme for act in norms.acts.values()))}
    by_theme = sorted(norms.acts.values(), key=lambda act: order[act.theme])
    blocks = []
    for theme, members in groupby(by_theme, key=lambda act: act.theme):
        blocks.append("\n".join([theme, *(f"  {a.id}: {a.words.for_locale(lang)}" for a in members)]))
    return "\n\n".join(blocks)


def unknown(error: NotFound, protocols: Iterable[str], lang: str) -> str:
    """Say that the name of a protocol or an act is not known, and which one may have been meant or where they are."""
    kind = _in(KINDS[error.kind], lang)
    said = _in((f"Onbekend: {kind} {error.name}", f"Unknown {kind}: {error.name}"), lang)
    names = ", ".join(protocols)
    if error.nearest:
        hint = (f"bedoel je {error.nearest}?", f"did you mean {error.nearest}?")
    elif error.kind == "protocol":
        hint = (f"kies uit {names}", f"choose from {names}")
    else:
        hint = ("deelwijs acts noemt ze allemaal", "deelwijs acts lists them")
    return f"{said}; {_in(hint, lang)}"


def _line(label: str, said: str, lang: str) -> str:
    return f"{_in(LABELS[label], lang)}: {said}"


def _in(words: tuple[str, str], lang: str) -> str:
    return words[1] if lang == "en" else words[0]
