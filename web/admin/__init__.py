"""Where an administrator keeps people, schools and settings, and sees nothing of what anybody learns.

Stands on `http` and `display`; never imports another area.
"""

from web.admin import rosters
from web.admin.routes import area

__all__ = ["area", "rosters"]
