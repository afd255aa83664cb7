"""Keep the accounts elsewhere by which staff come in: list them, add one, change one, remove one."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from cli.keeping import kept
from cli.language import Failed, said
from cli.reporting import tell
from course.reading.told import told

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cli.keeping import Keeper
    from course.people.sign_on.providers import Provider, Settings
    from web.config import Config

SECRET = "DEELWIJS_SIGN_ON_SECRET"  # noqa: S105 - the name of a setting


@click.command("sign-on")
@click.option("--add", "name", metavar="NAME", help="Add a provider; NAME is what its button says.")
@click.option(
    "--change", "known", metavar="NAME", help="Change the provider of this name; what isn't given stays."
)
@click.option("--remove", "gone", metavar="NAME", help="Let nobody in by this one any more.")
@click.option("--name", "new_name", metavar="NAME", help="With --change: what its button says from now on.")
@click.option("--issuer", help="With --add: the provider's issuer, letter by letter.")
@click.option("--client-id", help="The number that the provider gave Deelwijs.")
@click.option("--new-secret", is_flag=True, help="With --change: give another secret.")
@click.option("--scopes", help="What is asked for, with spaces between; openid unless given.")
@click.option("--subject-claim", help="What tells one person from another; sub unless given.")
@click.option(
    "--second-step",
    type=click.Choice(["told", "trusted", "own"]),
    help="Whether its second step stands for ours: where it says so (unless given), always, or never.",
)
@click.option("--second-claim", help="In which claim it tells of a second step; amr unless given.")
@click.option("--second-values", help="With which words, with spaces between; mfa unless given.")
@kept
def sign_on(
    keeper: Keeper,
    name: str | None,
    known: str | None,
    gone: str | None,
    *,
    new_secret: bool,
    as_json: bool,
    **given: str | None,
) -> None:
    """List the accounts elsewhere that a board takes; add, change or remove one.

    The secret is asked for, or read from DEELWIJS_SIGN_ON_SECRET: on the command line others could read it.
    """
    from course.administration import sign_on as kept_ones
    from web.config import Config

    config = Config.from_environment()
    if name is not None:
        _add(keeper, name, given, config)
    if known is not None:
        _change(keeper, _provider(keeper, known), given, config, new_secret=new_secret)
    if gone is not None:
        kept_ones.remove(keeper.store, keeper.actor, _provider(keeper, gone).id, keeper.origin)
    found = [
        _plain(one.provider, one.people, config)
        for one in kept_ones.kept_providers(keeper.store, keeper.actor)
    ]
    lines = [f"{one['name']}  {one['issuer']}  {one['back_at']}" for one in found]
    tell(found, lines or [told("No accounts elsewhere are taken.")], as_json=as_json)


def _add(keeper: Keeper, name: str, given: Mapping[str, str | None], config: Config) -> None:
    from course.administration import sign_on as kept_ones
    from course.people.sign_on.providers import Settings

    settings = replace(_given(Settings(name, ""), given), name=name, secret=_secret())
    key = config.secret_key.encode()
    kept_ones.add(keeper.store, keeper.actor, given["issuer"] or "", settings, key, keeper.origin)


def _change(
    keeper: Keeper, one: Provider, given: Mapping[str, str | None], config: Config, *, new_secret: bool
) -> None:
    from course.administration import sign_on as kept_ones
    from course.people.sign_on.providers import Settings

    if given["issuer"]:
        raise Failed(told("Who is whom hangs on the issuer: remove this provider and add another one."))
    names = ("name", "client_id", "scopes", "subject_claim", "second_step", "second_claim", "second_values")
    before = Settings(**{field: getattr(one, field) for field in names})
    settings = replace(_given(before, given), secret=_secret() if new_secret else "")
    key = config.secret_key.encode()
    kept_ones.change(keeper.store, keeper.actor, one.id, settings, key, keeper.origin)


def _given(before: Settings, given: Mapping[str, str | None]) -> Settings:
    """Put what was given in the place of what was there; `new_name` is the name."""
    fields = {
        ("name" if one == "new_name" else one): value for one, value in given.items() if one != "issuer"
    }
    return replace(before, **{one: value for one, value in fields.items() if value is not None})


def _provider(keeper: Keeper, name: str) -> Provider:
    from course.administration.sign_on import kept_providers

    found = (one.provider for one in kept_providers(keeper.store, keeper.actor))
    which = next((one for one in found if one.name == name), None)
    if which is None:
        raise Failed(told("There is no provider %(name)s.", name=name))
    return which


def _secret() -> str:
    return os.environ.get(SECRET) or str(
        click.prompt(said(told("Secret of the application")), hide_input=True)
    )


def _plain(one: Provider, people: int, config: Config) -> dict[str, object]:
    return {
        "name": one.name,
        "issuer": one.issuer,
        "client_id": one.client_id,
        "people": people,
        "back_at": f"{config.url}/sign-in/with/{one.id}/back",
    }
