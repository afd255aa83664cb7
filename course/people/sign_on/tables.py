"""The tables of providers that tell who somebody is, and of who is whom there."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, String, Table, Text, UniqueConstraint

from course.people import tables as _people  # noqa: F401 - declares the tables that these point at
from course.store.metadata import Id, Instant, metadata

LONGEST_SUBJECT = 255
"""Characters, as OpenID Connect says."""

sign_on_providers = Table(
    "sign_on_providers",
    metadata,
    Column("id", Id, primary_key=True),
    Column("board_id", ForeignKey("boards.id", ondelete="CASCADE"), nullable=False),
    Column("name", String(60), nullable=False, doc="as the button says it"),
    Column("issuer", String(255), nullable=False, doc="never changes: who is whom hangs on it"),
    Column("client_id", String(255), nullable=False),
    Column("sealed", Text, nullable=False, doc="the client's secret, under the installation's key"),
    Column("scopes", String(255), nullable=False),
    Column("subject_claim", String(60), nullable=False, doc="which claim tells one person from another"),
    Column("second_step", String(16), nullable=False, doc="whether its second step stands for ours"),
    Column("second_claim", String(60), nullable=False, doc="in which claim it tells of a second step"),
    Column("second_values", String(255), nullable=False, doc="with which words, parted by spaces"),
    Column("authorize_at", String(500), nullable=False, doc="as the provider's own document says"),
    Column("token_at", String(500), nullable=False),
    Column("keys_at", String(500), nullable=False),
    Column("token_method", String(30), nullable=False),
    Column("looked_up_at", Instant, nullable=False),
    UniqueConstraint("board_id", "issuer", "client_id"),
    UniqueConstraint("board_id", "name"),
    sqlite_autoincrement=True,
)

sign_on_links = Table(
    "sign_on_links",
    metadata,
    Column("id", Id, primary_key=True),
    Column("person_id", ForeignKey("persons.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("provider_id", ForeignKey("sign_on_providers.id", ondelete="CASCADE"), nullable=False),
    Column("subject", String(LONGEST_SUBJECT), nullable=False, doc="who it is there"),
    Column("linked_at", Instant, nullable=False),
    Column("used_at", Instant),
    UniqueConstraint("provider_id", "subject"),
    UniqueConstraint("provider_id", "person_id"),
)
