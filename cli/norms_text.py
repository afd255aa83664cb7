"""Words the norms for the command line, in Dutch and in English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.norms.model import NATIONAL, Asked, Gap, Source, Stance, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from course.errors import NotFound
    from course.norms.judgement import JointJudgement, Judgement
    from course.norms.model import Article, Norms, Protocol, SourceArticle

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
    Verdict.MUST: ("moet", "must"),
    Verdict.MAY: ("mag", "may"),
    Verdict.ASK_FIRST: ("eerst vragen", "ask first"),
    Verdict.RATHER_NOT: ("liever niet", "rather not"),
    Verdict.NOT: ("mag niet", "not"),
    Verdict.OPEN: ("geen antwoord in de regels", "open"),
}
SOURCES: Mapping[Source, tuple[str, str]] = {
    Source.LAW: ("de wet", "the law"),
    Source.AGREEMENT: ("een landelijke afspraak", "a national agreement"),
    Source.PROTOCOL: ("het protocol", "the protocol"),
    Source.GUIDANCE: ("een landelijk advies", "national advice"),
}
ASKED: Mapping[Asked, tuple[str, str]] = {
    Asked.TEACHER: ("de leraar", "the teacher"),
    Asked.HEAD: ("de schoolleiding", "the head"),
    Asked.MANAGER: ("de leidinggevende", "the manager"),
    Asked.PARENTS: ("de ouders", "the parents"),
    Asked.PERSON: ("wie het aangaat", "whom it is about"),
}
GAPS: Mapping[tuple[Gap, Source], tuple[str, str]] = {
    (Gap.SILENT, Source.LAW): (
        "Het protocol zwijgt, de wet niet: de wet geldt.",
        "The protocol is silent, the law is not: the law holds.",
    ),
    (Gap.BELOW_LAW, Source.LAW): (
        "Het protocol is soepeler dan de wet: de wet geldt.",
        "The protocol is milder than the law: the law holds.",
    ),
    (Gap.SILENT, Source.AGREEMENT): (
        "Het protocol zwijgt, een landelijke afspraak niet: de cursus volgt die.",
        "The protocol is silent, a national agreement is not: the course follows that.",
    ),
    (Gap.BELOW_LAW, Source.AGREEMENT): (
        "Het protocol is soepeler dan een landelijke afspraak: de cursus volgt die.",
        "The protocol is milder than a national agreement: the course follows that.",
    ),
}
ADVISED: Mapping[Verdict, tuple[str, str]] = {
    Verdict.MUST: ("aangeraden", "advised"),
    Verdict.NOT: ("afgeraden", "advised against"),
}
"""Advice orders nobody: what it says alone is told as advised."""
ADVICE: Mapping[Stance, tuple[str, str]] = {
    Stance.REQUIRED: ADVISED[Verdict.MUST],
    Stance.FORBIDDEN: ADVISED[Verdict.NOT],
}
LABELS: Mapping[str, tuple[str, str]] = {
    "verdict": ("Oordeel", "Verdict"),
    "stance": ("Protocol", "Protocol"),
    "law": ("De wet", "The law"),
    "agreement": ("Landelijke afspraak", "National agreement"),
    "guidance": ("Landelijk advies", "National advice"),
    "together": ("Samen", "Together"),
    "ask": ("Vraag het eerst aan", "Ask first"),
    "conditions": ("Voorwaarde", "On condition"),
    "gap": ("Let op", "Mind"),
    "doubt": ("Bij twijfel", "In doubt"),
}
KINDS: Mapping[str, tuple[str, str]] = {"protocol": ("protocol", "protocol"), "act": ("handeling", "act")}


def verdict(judged: JointJudgement, lang: str) -> str:
    """Lay out a verdict: of several acts first what holds for all of them together, then each."""
    blocks = ["\n".join(_judgement_lines(one, lang)) for one in judged.each]
    if len(blocks) > 1:
        blocks.insert(0, _line("together", _in(VERDICTS[judged.leading.verdict], lang), lang))
    return "\n\n".join(blocks)


def _judgement_lines(judged: Judgement, lang: str) -> Iterator[str]:
    yield f"{judged.protocol.name}: {judged.act.words_for(judged.audience).for_locale(lang)}"
    by = f" ({', '.join(_in(SOURCES[one], lang) for one in judged.sources)})" if judged.sources else ""
    is_advised = judged.told_by is Source.GUIDANCE and judged.verdict in ADVISED
    words = ADVISED[judged.verdict] if is_advised else VERDICTS[judged.verdict]
    yield _line("verdict", _in(words, lang) + by, lang)
    if judged.ask:
        yield _line("ask", ", ".join(_in(ASKED[one], lang) for one in judged.ask), lang)
    if judged.conditions:
        yield _line("conditions", judged.conditions.for_locale(lang), lang)
    yield _line("stance", _in(STANCES[judged.position.stance], lang), lang)
    for article in judged.articles:
        yield "  " + ": ".join(filter(None, (article.number, article.words.for_locale(lang))))
    for source in NATIONAL:
        stance = judged.positions[source].stance
        if source is Source.LAW or stance is not Stance.SILENT:
            words = ADVICE.get(stance, STANCES[stance]) if source is Source.GUIDANCE else STANCES[stance]
            yield _line(source, _in(words, lang), lang)
        for rule in judged.national_articles:
            if rule.source is source:
                yield f"  {_who_says(rule)}: {rule.words.for_locale(lang)}"
    if judged.gap and judged.gap_source:
        yield _line("gap", _in(GAPS[judged.gap, judged.gap_source], lang), lang)
    if judged.doubt:
        yield _line("doubt", _with_number(judged.doubt, lang), lang)


def _who_says(rule: SourceArticle) -> str:
    return rule.reference if rule.source is Source.LAW else f"{rule.body}, {rule.reference}"


def _with_number(article: Article, lang: str) -> str:
    number = f" ({article.number})" if article.number else ""
    return article.words.for_locale(lang) + number


def protocol(protocol: Protocol, gaps: int, lang: str) -> str:
    """Put a protocol on one line, with its articles and the acts on which it stays below the law."""
    articles, teachable = len(protocol.articles), sum(a.teachable for a in protocol.articles.values())
    english = f"{articles} articles, {teachable} to teach, {gaps} gaps"
    dutch = f"{articles} artikelen, {teachable} om te leren, {gaps} keer onder de wet"
    return f"{protocol.id:<12} {protocol.name}: {protocol.title} ({_in((dutch, english), lang)})"


def acts(norms: Norms, lang: str) -> str:
    """List the acts under their themes, in the order in which a school is asked about them."""
    blocks = []
    for theme in norms.themes.values():
        members = (one for one in norms.acts.values() if one.theme == theme.id)
        lines = [f"  {one.id}: {one.words.for_locale(lang)}" for one in members]
        blocks.append("\n".join([theme.words.for_locale(lang), *lines]))
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
