"""The documents that a board has to have itself, from the command line: listed, and written to a file to fill in."""

from __future__ import annotations

from pathlib import Path

import click

from cli.language import Failed, language, said
from course.reading.told import told


@click.command()
@click.argument("name", required=False)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="File to write: Word where its name ends in .docx, otherwise Markdown.",
)
@language
def documents(name: str | None, output: Path | None) -> None:
    """List the documents to fill in, or write the one with this NAME to a file."""
    from course.administration.documents import Document, document_as_markdown, document_as_word

    if name is None:
        click.echo("\n".join(Document))
        return
    if output is None:
        raise click.UsageError(said(told("Name the file with --output.")))
    is_word = output.suffix.lower() == ".docx"
    content = document_as_word(name) if is_word else document_as_markdown(name).encode()
    try:
        output.write_bytes(content)
    except OSError as error:
        from course.reading.foreign import in_our_words

        why = in_our_words(error.strerror or "")
        raise Failed(told("%(file)s can't be written: %(why)s.", file=output, why=why)) from None
    click.echo(said(told("Written to %(file)s.", file=output)))
