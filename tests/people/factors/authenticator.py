"""An app on somebody's phone: told a secret, it shows the code of a moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyotp

from course.people.devices import Device
from course.people.factors.keeping import begin_app, confirm_app, own_factors

if TYPE_CHECKING:
    from datetime import datetime

    from course.people.actor import Actor
    from course.store.store import Store

HOME = Device(key=b"a key of this installation", name="Firefox, Linux")


class Phone:
    """Knows one secret."""

    def __init__(self, secret: str) -> None:
        self.totp = pyotp.TOTP(secret)

    def shows(self, now: datetime) -> str:
        return self.totp.at(now)


def set_up(store: Store, actor: Actor, now: datetime) -> tuple[Phone, tuple[str, ...]]:
    """Set an app up for somebody who is in; gives the phone and the sheet of codes."""
    begin_app(store, actor, now, HOME)
    setting = own_factors(store, actor, now, HOME).setting
    assert setting is not None
    phone = Phone(setting.secret)
    return phone, confirm_app(store, actor, phone.shows(now), now, HOME)
