"""What staff keep of their own: the password, the second step, and where they are in."""

from web.account import invited, second_step, sign_ins
from web.account.routes import area

__all__ = ["area", "invited", "second_step", "sign_ins"]
