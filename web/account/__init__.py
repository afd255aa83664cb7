"""What staff keep of their own: the password, the second step, and where they are in; everybody what is known of them."""

from web.account import confirming, invited, known, passkeys, second_step, sign_ins, sign_on, weekly
from web.account.routes import area

__all__ = [
    "area",
    "confirming",
    "invited",
    "known",
    "passkeys",
    "second_step",
    "sign_ins",
    "sign_on",
    "weekly",
]
