"""The console script `deelwijs`: a table of its commands, each imported only when it is called."""

from __future__ import annotations

import errno
import importlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import click

from cli.help_texts import in_language
from cli.language import Failed, click_speaks
from cli.reporting import in_sentences, report_problems
from course.errors import ContentBroken, DeelwijsError, Invalid
from course.reading.foreign import in_our_words
from course.reading.told import told

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Commands(click.Group):
    """A group whose commands are imported on use, so that `verdict` does not wait for a web server to load."""

    places: ClassVar[Mapping[str, str]] = {
        "account": "cli.account",
        "acts": "cli.norms",
        "attention": "cli.attention",
        "backup": "cli.backup",
        "check": "cli.content",
        "compile": "cli.compile",
        "contact": "cli.contact",
        "coverage": "cli.content",
        "demo": "cli.demo",
        "digest": "cli.digest",
        "documents": "cli.documents",
        "graph": "cli.graph",
        "group": "cli.group",
        "init": "cli.init",
        "journal": "cli.journal",
        "mail": "cli.mail",
        "migrate": "cli.serve",
        "new": "cli.new",
        "options": "cli.options",
        "password": "cli.password",
        "person": "cli.person",
        "preview": "cli.preview",
        "privacy": "cli.privacy",
        "protocol": "cli.protocol",
        "protocols": "cli.norms",
        "records": "cli.records",
        "recount": "cli.recount",
        "report": "cli.report",
        "restore": "cli.backup",
        "retention": "cli.retention",
        "rollover": "cli.rollover",
        "roster": "cli.roster",
        "school": "cli.school",
        "serve": "cli.serve",
        "sign-in": "cli.sign_in",
        "sign-on": "cli.sign_on",
        "suggest": "cli.suggest",
        "tidy": "cli.tidy",
        "verdict": "cli.norms",
        "xapi": "cli.xapi",
    }

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - the base class's signature
        """Name every command."""
        return sorted(self.places)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - the same
        """Import the module of one command and hand the command over."""
        place = self.places.get(cmd_name)
        if place is None:
            return None
        return in_language(getattr(importlib.import_module(place), cmd_name.replace("-", "_")))

    def main(self, args: Sequence[str] | None = None, *rest: Any, **words: Any) -> Any:
        """Read the command line in the language that it asks for, so that what is wrong with it is told in that."""
        with click_speaks(sys.argv[1:] if args is None else args):
            return super().main(args, *rest, **words)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Name what is to be filled in in the language that is spoken."""
        return click.Group.collect_usage_pieces(in_language(self), ctx)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Explain the whole in the language that is spoken."""
        click.Group.format_help(in_language(self), ctx, formatter)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what the program refuses on purpose is told in words, every problem in the content at once."""
        try:
            return super().invoke(ctx)
        except ContentBroken as broken:
            report_problems(broken.problems)
            raise Failed(broken.told) from broken
        except Invalid as error:
            raise Failed(in_sentences(error)) from error
        except DeelwijsError as error:
            raise Failed(error.told) from error
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise
            _let_go_of_output()
            why = in_our_words(error.strerror or "")
            raise Failed(told("The output can't be written: %(why)s.", why=why)) from error


def _let_go_of_output() -> None:
    """Lead what is still to be written nowhere, so that the end of the program does not fail on it once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--content",
    envvar="DEELWIJS_CONTENT",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Folder with norms/, lessons/, quizzes/ and curriculum/; the project's own unless given.",
)
@click.version_option(package_name="deelwijs")
@click.pass_context
def main(ctx: click.Context, content: Path | None) -> None:
    """Deelwijs: the interactive course beside a school's social-media protocol."""
    from course.library import default_content_root

    ctx.obj = content or default_content_root()


if __name__ == "__main__":
    main(prog_name="deelwijs")
