"""Where an administrator keeps people, schools and settings, and sees nothing of what anybody learns.

Stands on `http` and `display`; never imports another area.
"""

from web.admin import (
    documents,
    groups,
    invitations,
    journal,
    people,
    pupil_sign_in,
    records,
    requests,
    retention,
    rollover,
    rosters,
    settings,
    sign_on,
    slips,
)
from web.admin.routes import area

__all__ = [
    "area",
    "documents",
    "groups",
    "invitations",
    "journal",
    "people",
    "pupil_sign_in",
    "records",
    "requests",
    "retention",
    "rollover",
    "rosters",
    "settings",
    "sign_on",
    "slips",
]
