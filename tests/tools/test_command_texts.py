"""What commands say of themselves comes into the catalogs."""

from __future__ import annotations

from io import BytesIO

from tools.command_texts import extract

MODULE = b'''
@click.command("speak")
@click.option("--name", prompt="Your name", help="As people know you.")
@click.option("--many", default=3)
def speak(name):
    """Say something.

    And more of it.
    """
    click.echo(told("Said."))

def helper():
    """Not read by anybody."""
'''


def test_docstrings_help_and_prompts_are_found_beside_what_any_module_says():
    found = {
        message if isinstance(message, str) else message[0]
        for _, _, message, _ in extract(BytesIO(MODULE), {"told": None}, [], {})
    }
    assert found == {"Say something.\n\nAnd more of it.", "Your name", "As people know you.", "Said."}
