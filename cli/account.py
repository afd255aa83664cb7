"""What lets a member of staff in, from the command line: shown, and taken away where it was lost or taken over."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from cli.keeping import board_option, database_option, keeping
from cli.language import Failed, language, said
from course.reading.told import told

if TYPE_CHECKING:
    from cli.keeping import Keeper


@click.command()
@click.argument("email")
@click.option(
    "--unlink", metavar="NAME", help="Let the account elsewhere with this provider open it no more."
)
@click.option("--no-second-step", is_flag=True, help="Take app, passkeys and recovery codes off.")
@click.option("--sign-out", is_flag=True, help="End its sign-ins on all devices.")
@board_option
@database_option
@language
def account(
    email: str,
    unlink: str | None,
    board: str | None,
    database: str | None,
    *,
    no_second_step: bool,
    sign_out: bool,
) -> None:
    """Show by what the member of staff with this address comes in, and take away what was lost or taken over."""
    from course.administration import sign_ins
    from course.people.roster import find_person

    with keeping(database, board) as keeper:
        with keeper.store.read() as conn:
            person = find_person(conn, email)
        if person is None:
            raise Failed(told("Nobody has the address %(email)s.", email=email))
        if unlink:
            _unlink(keeper, person, unlink)
        if no_second_step:
            sign_ins.drop_second_step(keeper.store, keeper.actor, person, keeper.origin)
        if sign_out:
            sign_ins.end_sign_ins(keeper.store, keeper.actor, person, keeper.origin)
        _show(keeper, person)


def _unlink(keeper: Keeper, person: int, name: str) -> None:
    from course.administration.sign_ins import linked_accounts, unlink_account

    linked = linked_accounts(keeper.store, keeper.actor, person)
    which = next((one.provider_id for one in linked if one.name == name), None)
    if which is None:
        names = ", ".join(one.name for one in linked) or "-"
        raise Failed(told("Not linked with %(name)s, but with: %(names)s", name=name, names=names))
    unlink_account(keeper.store, keeper.actor, person, which, keeper.origin)


def _show(keeper: Keeper, person: int) -> None:
    from course.administration import sign_ins

    store, actor = keeper.store, keeper.actor
    step = told("yes") if sign_ins.has_second_step(store, actor, person) else told("no")
    click.echo(said(told("second step: %(answer)s", answer=step)))
    names = ", ".join(one.name for one in sign_ins.linked_accounts(store, actor, person)) or "-"
    click.echo(said(told("accounts elsewhere: %(names)s", names=names)))
    count = len(sign_ins.open_sign_ins(store, actor, person, datetime.now(UTC)))
    click.echo(said(told("signed in on: %(count)s", count=count)))
