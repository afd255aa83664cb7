"""Ask which acts a text may speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cli.language import language, spoken
from cli.norms import load
from cli.reporting import as_json, in_json
from course.norms.model import Audience
from course.norms.suggest.examples import read_examples
from course.norms.suggest.suggester import suggester

if TYPE_CHECKING:
    from pathlib import Path

    from course.norms.model import Norms
    from course.norms.suggest.suggester import Suggestion


@click.command()
@click.argument("text")
@click.option(
    "--actor", type=click.Choice([audience.value for audience in Audience]), help="Only acts of that person."
)
@as_json
@language
@click.pass_obj
def suggest(content: Path, text: str, actor: str | None, *, as_json: bool) -> None:
    """Name the acts that TEXT may speak of, likeliest first, as in the article of a protocol."""
    norms = load(content)
    audience = Audience(actor) if actor else None
    found = suggester(norms, read_examples(content)).acts(text, audience)
    if as_json:
        click.echo(in_json([_suggestion(norms, one) for one in found]))
        return
    for one in found:
        words = norms.acts[one.id].words_for(audience)
        click.echo(f"{one.id}\n    {words.for_locale(spoken())}")


def _suggestion(norms: Norms, found: Suggestion) -> dict[str, str | float]:
    return {"act": found.id, "score": round(found.score, 3), "nl": norms.acts[found.id].words.nl}
