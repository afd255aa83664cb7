"""What anybody finds without an account: a lesson, who signed a badge, texts on privacy, accessibility and contact."""

from web.visitor import issuers
from web.visitor.routes import area

__all__ = ["area", "issuers"]
