"""What lets somebody in, from the command line: shown, handed over, and taken away where it was lost or taken over."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from cli.keeping import kept
from cli.language import Failed, said
from cli.reporting import tell
from course.reading.told import told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cli.keeping import Keeper


@click.command()
@click.argument("person", metavar="PERSON")
@click.option(
    "--invite",
    is_flag=True,
    help="Print a link for one use, with which a member of staff chooses a password.",
)
@click.option("--mail-invitation", is_flag=True, help="Let a letter bring that link.")
@click.option(
    "--unlink", metavar="NAME", help="Let the account elsewhere with this provider open it no more."
)
@click.option("--no-second-step", is_flag=True, help="Take app, passkeys and recovery codes off.")
@click.option("--sign-out", is_flag=True, help="End its sign-ins on all devices.")
@kept
def account(
    keeper: Keeper,
    person: str,
    *,
    invite: bool,
    mail_invitation: bool,
    unlink: str | None,
    no_second_step: bool,
    sign_out: bool,
    as_json: bool,
) -> None:
    """Show by what PERSON comes in and where somebody is in, hand a link over, and take away what was lost.

    PERSON is the address of a member of staff, or a number that `deelwijs person find` gives.
    """
    from course.administration import sign_ins

    who = keeper.person(person)
    if unlink:
        _unlink(keeper, who, unlink)
    if no_second_step:
        sign_ins.drop_second_step(keeper.store, keeper.actor, who, keeper.origin)
    if sign_out:
        sign_ins.end_sign_ins(keeper.store, keeper.actor, who, keeper.origin)
    link = _link(keeper, who) if invite else None
    if mail_invitation:
        _mail(keeper, who)
    _show(keeper, who, link, as_json=as_json)


def _link(keeper: Keeper, person: int) -> str:
    from course.administration.sign_ins import hand_over
    from web.config import Config

    site = (Config.from_environment().url or "http://127.0.0.1:8000").rstrip("/")
    return f"{site}/account/invited#{hand_over(keeper.store, keeper.actor, person, keeper.origin)}"


def _mail(keeper: Keeper, person: int) -> None:
    from course.administration.sign_ins import mail_invitation
    from web.config import Config

    config = Config.from_environment()
    if config.mail is None:
        raise Failed(told("No mail server is set: say DEELWIJS_MAIL, DEELWIJS_MAIL_FROM and DEELWIJS_URL."))
    mail_invitation(keeper.store, keeper.actor, person, config.url.rstrip("/"), keeper.origin)
    click.echo(said(told("The letter is under way.")), err=True)


def _unlink(keeper: Keeper, person: int, name: str) -> None:
    from course.administration.sign_ins import linked_accounts, unlink_account

    linked = linked_accounts(keeper.store, keeper.actor, person)
    which = next((one.provider_id for one in linked if one.name == name), None)
    if which is None:
        names = ", ".join(one.name for one in linked) or "-"
        raise Failed(told("Not linked with %(name)s, but with: %(names)s", name=name, names=names))
    unlink_account(keeper.store, keeper.actor, person, which, keeper.origin)


def _show(keeper: Keeper, person: int, link: str | None, *, as_json: bool) -> None:
    from course.administration import sign_ins

    store, actor = keeper.store, keeper.actor
    found = {
        "person": person,
        "second_step": sign_ins.has_second_step(store, actor, person),
        "accounts_elsewhere": [one.name for one in sign_ins.linked_accounts(store, actor, person)],
        "signed_in": [
            {"since": one.since.isoformat(timespec="minutes"), "seen": one.seen.isoformat(timespec="minutes")}
            for one in sign_ins.open_sign_ins(store, actor, person, datetime.now(UTC))
        ],
    }
    tell(found | ({"link": link} if link else {}), _lines(found, link), as_json=as_json)


def _lines(found: dict[str, object], link: str | None) -> Iterator[str]:
    yield told("second step: %(answer)s", answer=told("yes") if found["second_step"] else told("no"))
    names = found["accounts_elsewhere"]
    yield told(
        "accounts elsewhere: %(names)s", names=", ".join(names) or "-" if isinstance(names, list) else "-"
    )
    places = found["signed_in"] if isinstance(found["signed_in"], list) else []
    yield told("signed in on: %(count)s", count=len(places))
    for one in places:
        yield told("  since %(since)s, last seen %(seen)s", since=one["since"], seen=one["seen"])
    if link:
        yield told("This link works once, for seven days; any before it is dead:")
        yield link
