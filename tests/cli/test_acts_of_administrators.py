"""Everything that an administrator does on a page can be done from the command line too: a page without a command fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cli.main import main
from course.people.roles import REACH, Role
from course.store.store import Store
from web.app import make_app
from web.config import Config
from web.http.doors import door_at

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from flask import Flask

FORMS = """
    admin.add_school            school add --protocol
    admin.rename_school         school rename
    admin.add_group             group add --school
    admin.rename_group          group rename --school
    admin.add_pupils            group pupils --year
    admin.let_in                group staff --as --until
    admin.let_out               group out --school
    admin.add_staff             person add --email --role --school
    admin.rename                person change --name --email
    admin.set_year              person change --year
    admin.move                  person move --group
    admin.take_out              person out
    admin.put_back              person back
    admin.give_role             person role --school
    admin.end_role              person end-role --school
    admin.merge                 person merge --confirm
    admin.invite                account --invite
    admin.invite_by_mail        account --mail-invitation
    admin.sign_out_everywhere   account --sign-out
    admin.take_second_step_off  account --no-second-step
    admin.unlink                account --unlink
    admin.roster                roster --school --column
    admin.preview               roster --names --confirm --sure
    admin.begin_year            rollover --to --confirm --undo
    admin.keep_pupil_sign_in    sign-in --at-home --words-from --group
    admin.set_retention         retention --school --set
    admin.set_board_retention   retention --set
    admin.settings              sign-in --second-step
    admin.test_mail             mail --test
    admin.add_provider          sign-on --add --issuer --client-id --second-step --second-claim --second-values --scopes
    admin.change_provider       sign-on --change --new-secret
    admin.remove_provider       sign-on --remove
    admin.keep_record_store     records --address --username --on --off
    admin.ask                   privacy ask --person --on
    admin.answer                privacy close
    admin.export_person         privacy export --output
    admin.erase_person          privacy erase --confirm
    admin.export                journal --csv --event --since --until --person
    reports.take_whole_school   school take
    contacts.add                contact add --phone --email --when-where --for
    contacts.change             contact change --name
"""
"""Every form of an administrator, and the command with the options that does the same."""
PAGES = """
    admin.home                  attention
    admin.school                school show
    admin.group                 group show
    admin.search                person find
    admin.person                person show
    admin.roster_template       roster --template
    admin.rollover              rollover --school
    admin.retention             retention --school
    admin.pupil_sign_in         sign-in --school
    admin.sign_on               sign-on
    admin.provider              sign-on --json
    admin.records               records --json
    admin.requests              privacy list
    admin.documents             documents
    admin.document              documents --output
    admin.journal               journal --json
    contacts.keep               contact list
"""
"""And every page, with the command that tells the same."""
WITHOUT = {
    "admin.drop_roster": "a command that isn't told --confirm keeps nothing of a file, so there is nothing to let go",
    "admin.roster_progress": "a command draws its own bar",
    "reports.ask_whole_school": "a command writes the file at once",
    "reports.drop_whole_school": "nothing waits anywhere to be let go of",
    "reports.whole_school": "says what is in the file, and how far it is",
    "admin.roster_done": "only says where a browser goes on",
}
"""What needs no command, and why."""


def told(table: str) -> dict[str, list[str]]:
    return {words[0]: words[1:] for line in table.strip().splitlines() if (words := line.split())}


def endpoints(app: Flask, method: str) -> Iterator[str]:
    """Where an administrator comes in that most of the staff don't."""
    for rule in app.url_map.iter_rules():
        door = door_at(app, rule.endpoint)
        is_kept = door and door.is_for_staff and Role.ADMINISTRATOR in REACH.get(door.whom, ())
        if is_kept and Role.TEACHER not in REACH[door.whom] and method in rule.methods:
            yield rule.endpoint


def is_there(words: list[str]) -> bool:
    command: click.Command | None = main
    options = [word for word in words if word.startswith("--")]
    for word in words[: len(words) - len(options)]:
        assert isinstance(command, click.Group), words
        command = command.get_command(click.Context(command), word)
    known = (
        {name for one in command.params for name in (*one.opts, *one.secondary_opts)} if command else set()
    )
    return command is not None and set(options) <= known and command is not main


def test_every_form_and_page_of_an_administrator_has_a_command_or_a_reason(tmp_path: Path) -> None:
    store = Store.open(f"sqlite:///{tmp_path / 'school.db'}")
    store.migrate()
    app = make_app(Config.from_environment({"DEELWIJS_DATA": str(tmp_path)}), store=store)
    forms, pages = told(FORMS), told(PAGES)
    posted, read = set(endpoints(app, "POST")), set(endpoints(app, "GET"))
    store.close()
    assert posted == (set(forms) | set(WITHOUT)) & posted, "a form without a command"
    assert read == (set(pages) | set(forms) | set(WITHOUT)) & read, "a page without a command"
    assert set(forms) <= posted, "forms that are no more"
    assert set(pages) | set(WITHOUT) <= read | posted, "pages that are no more"


def test_every_command_that_does_what_a_form_does_is_there_with_its_options() -> None:
    lacking = [words for words in (*told(FORMS).values(), *told(PAGES).values()) if not is_there(words)]
    assert lacking == []
