"""Where a board wants its learning records, from the command line: shown, named, turned on and off."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from cli.keeping import kept
from cli.language import said
from cli.reporting import tell
from course.reading.told import told

if TYPE_CHECKING:
    from cli.keeping import Keeper
    from course.administration.records import KeptRecords

PASSWORD = "DEELWIJS_RECORDS_PASSWORD"  # noqa: S105 - the name of a setting


@click.command()
@click.option("--address", help="Address of the store (LRS), as in https://lrs.school.example/xapi.")
@click.option("--username", help="User name that the store gave Deelwijs.")
@click.option("--new-password", is_flag=True, help="Give another password; a new address always asks one.")
@click.option("--on/--off", "is_on", default=None, help="Whether records are told; off, what waits goes.")
@kept
def records(
    keeper: Keeper,
    address: str | None,
    username: str | None,
    *,
    new_password: bool,
    is_on: bool | None,
    as_json: bool,
) -> None:
    """Show where the learning records of a board go, and change it; `deelwijs xapi` sends them.

    The password is asked for, or read from DEELWIJS_RECORDS_PASSWORD: on the command line others could read it.
    """
    from course.administration.records import keep_records, kept_records
    from web.config import Config

    before = kept_records(keeper.store, keeper.actor).target
    if address or username or new_password or is_on is not None:
        kept_on = before.is_on if before else False
        given = (
            address or (before.address if before else ""),
            username or (before.username if before else ""),
            _password() if new_password or address or before is None else "",
        )
        key = Config.from_environment().secret_key.encode()
        turned = kept_on if is_on is None else is_on
        keep_records(keeper.store, keeper.actor, given, key, keeper.origin, is_on=turned)
    found = kept_records(keeper.store, keeper.actor)
    tell(_for_machines(found), _line(found), as_json=as_json)


def _password() -> str:
    return os.environ.get(PASSWORD) or str(click.prompt(said(told("Password of the store")), hide_input=True))


def _for_machines(found: KeptRecords) -> dict[str, object]:
    target = found.target
    return {
        "address": target.address if target else None,
        "username": target.username if target else None,
        "on": target.is_on if target else False,
        "sent": found.sent,
        "waiting": found.waiting,
        "given_up": found.given_up,
    }


def _line(found: KeptRecords) -> str:
    if found.target is None:
        return told("Learning records go nowhere.")
    return told(
        "%(address)s (%(username)s): %(state)s; sent %(sent)s, waiting %(waiting)s, given up %(given_up)s",
        address=found.target.address,
        username=found.target.username,
        state=told("on") if found.target.is_on else told("off"),
        sent=found.sent,
        waiting=found.waiting,
        given_up=found.given_up,
    )
