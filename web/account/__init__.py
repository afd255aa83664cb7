"""What staff keep of their own: the password."""

from web.account.routes import area

__all__ = ["area"]
