"""What anybody finds without an account: a lesson to try, and the texts on privacy, accessibility and contact."""

from web.visitor.routes import area

__all__ = ["area"]
