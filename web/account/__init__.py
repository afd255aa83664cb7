"""What staff keep of their own: the password."""

from web.account import invited
from web.account.routes import area

__all__ = ["area", "invited"]
