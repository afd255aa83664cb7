"""People have roles, credentials and keys of other systems as rows of their own; memberships have a beginning and an end.

Nobody loses a role, a group, a secret or a sign-in. A pupil's own year is read from the name of the group, and is the first
of its band where that says nothing; either way the pupil keeps the modules of the group's band. Roles and memberships begin
on the day that the person was added, memberships of groups of other years with their school year, and end with it where it
is over. Tiles of one group that look alike are told apart by a number.

Revision 0006 after 0005, 2026-11-28 20:05:00.000000.
"""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from alembic import op

from course.naming import look_of, plain_name, sort_key, sort_key_of_staff, split_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
SORT_KEY = sa.String(1600).with_variant(sa.String(1600, collation="C"), "postgresql")
YEARS = {
    "po-3-4": ("3", "4"),
    "po-5-6": ("5", "6"),
    "po-7-8": ("7", "8"),
    "vo-1-2": ("11", "12"),
    "vo-3-4": ("13", "14"),
}
OPEN = sa.text("until_on IS NULL")
OPEN_BOARD = sa.text("until_on IS NULL AND school_id IS NULL")


def upgrade() -> None:
    """Go up to this revision: make the new tables, fill them from the old columns, and only then drop those."""
    conn = op.get_bind()
    _make_tables()
    _make_memberships()
    _add_columns()
    conn.exec_driver_sql("DELETE FROM sign_ins WHERE person_id NOT IN (SELECT id FROM persons)")
    _fill_roles(conn)
    _fill_credentials(conn)
    _fill_names(conn)
    _fill_memberships(conn)
    _fill_sign_ins(conn)
    _drop_old()


def _make_tables() -> None:
    op.create_table(
        "roles",
        sa.Column("id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("board_id", ID, nullable=False),
        sa.Column("school_id", ID),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date()),
        _foreign("roles", "person_id", "persons"),
        _foreign("roles", "board_id", "boards"),
        _foreign("roles", "school_id", "schools"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roles")),
    )
    op.create_index(op.f("ix_roles_person_id"), "roles", ["person_id"])
    op.create_index(op.f("ix_roles_board_id"), "roles", ["board_id"])
    op.create_index("ix_roles_school_role", "roles", ["school_id", "role"])
    _create_unique("uq_roles_open_at_school", "roles", ["person_id", "role", "school_id"], OPEN)
    _create_unique("uq_roles_open_at_board", "roles", ["person_id", "role", "board_id"], OPEN_BOARD)
    op.create_table(
        "credentials",
        sa.Column("id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("secret_hash", sa.String(255), nullable=False),
        sa.Column("is_temporary", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True)),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        _foreign("credentials", "person_id", "persons"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_credentials")),
        sa.UniqueConstraint("person_id", "kind", name=op.f("uq_credentials_person_id_kind")),
    )
    op.create_table(
        "external_keys",
        sa.Column("id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("system", sa.String(60), nullable=False),
        sa.Column("key", sa.String(120), nullable=False),
        _foreign("external_keys", "person_id", "persons"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_external_keys")),
        sa.UniqueConstraint("system", "key", name=op.f("uq_external_keys_system_key")),
    )
    op.create_index(op.f("ix_external_keys_person_id"), "external_keys", ["person_id"])


def _make_memberships() -> None:
    op.rename_table("memberships", "old_memberships")
    for old in ("ix_memberships_group_role", "ix_memberships_person_id"):
        op.drop_index(old)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE old_memberships RENAME CONSTRAINT pk_memberships TO pk_old_memberships")
    op.create_table(
        "memberships",
        sa.Column("id", ID, nullable=False),
        sa.Column("group_id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date()),
        sa.Column("look", sa.String(80)),
        _foreign("memberships", "group_id", "groups"),
        _foreign("memberships", "person_id", "persons"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_memberships")),
    )
    op.create_index("ix_memberships_group_role", "memberships", ["group_id", "role"])
    op.create_index(op.f("ix_memberships_person_id"), "memberships", ["person_id"])
    _create_unique("uq_memberships_open", "memberships", ["group_id", "person_id", "role"], OPEN)
    _create_unique("uq_memberships_look", "memberships", ["group_id", "look"], OPEN)


def _add_columns() -> None:
    for name in ("given_name", "particle", "surname"):
        op.add_column("persons", sa.Column(name, sa.String(80), server_default="", nullable=False))
    op.add_column("persons", sa.Column("year_group", sa.String(2)))
    op.add_column("persons", sa.Column("sort_key", SORT_KEY))
    with op.batch_alter_table("sign_ins") as table:
        table.add_column(sa.Column("role_id", ID))
        table.create_foreign_key(
            op.f("fk_sign_ins_role_id_roles"), "roles", ["role_id"], ["id"], ondelete="SET NULL"
        )
        table.create_index(op.f("ix_sign_ins_role_id"), ["role_id"])


def _fill_roles(conn: Connection) -> None:
    rows = conn.exec_driver_sql("SELECT id, role, board_id, school_id, created_at FROM persons").all()
    _insert(
        conn,
        "roles",
        [
            {"person_id": one, "role": role, "board_id": board, "school_id": school, "from_on": _day(added)}
            for one, role, board, school, added in rows
        ],
    )
    conn.exec_driver_sql(
        "INSERT INTO roles (person_id, role, board_id, school_id, from_on)"
        " SELECT DISTINCT p.id, p.role, s.board_id, s.id, r.from_on FROM old_memberships m"
        " JOIN groups g ON g.id = m.group_id JOIN schools s ON s.id = g.school_id JOIN persons p ON p.id = m.person_id"
        " JOIN roles r ON r.person_id = p.id WHERE p.school_id IS NOT NULL AND s.id <> p.school_id"
    )


def _fill_credentials(conn: Connection) -> None:
    conn.exec_driver_sql(
        "INSERT INTO credentials (person_id, kind, secret_hash, created_at)"
        " SELECT id, CASE WHEN role = 'pupil' THEN 'pictures' ELSE 'password' END, secret_hash, created_at"
        " FROM persons WHERE secret_hash <> ''"
    )


def _fill_names(conn: Connection) -> None:
    update = sa.text(
        "UPDATE persons SET name = :name, given_name = :given_name, particle = :particle, surname = :surname,"
        " sort_key = :sort_key WHERE id = :id"
    )
    rows = [_named(*row) for row in conn.exec_driver_sql("SELECT id, role, name FROM persons").all()]
    if rows:
        conn.execute(update, rows)
    years = [{"id": person, "year": year} for person, year in _years_of(conn).items()]
    if years:
        conn.execute(sa.text("UPDATE persons SET year_group = :year WHERE id = :id"), years)


def _named(person: int, role: str, name: str) -> dict[str, object]:
    plain = plain_name(name) or f"{person}"
    parts = split_name(plain)
    values: dict[str, object] = {"id": person, "name": plain, "given_name": plain, "particle": "", "surname": ""}
    if role == "pupil":
        return values | {"sort_key": sort_key(plain)}
    return values | {**parts._asdict(), "given_name": parts.given, "sort_key": sort_key_of_staff(parts)}


def _years_of(conn: Connection) -> dict[int, str]:
    """Read each pupil's year from the newest group: its name, as in 7B or Groep 8, within its band."""
    rows = conn.exec_driver_sql(
        "SELECT m.person_id, g.band, g.name FROM old_memberships m JOIN groups g ON g.id = m.group_id"
        " JOIN persons p ON p.id = m.person_id WHERE p.role = 'pupil' AND m.role = 'pupil'"
        " ORDER BY g.school_year, g.name DESC, g.id DESC"
    ).all()
    return {person: year for person, band, name in rows if (year := _year(band, name))}


def _year(band: str, name: str) -> str | None:
    years = YEARS.get(band)
    if years is None:
        return None
    said = [number if band.startswith("po") else f"1{number}" for number in re.findall(r"\d", name)]
    return next((year for year in said if year in years), years[0])


def _fill_memberships(conn: Connection) -> None:
    """Keep every row once; those of years that are over end with them, and each pupil's tile is unlike the others."""
    rows = conn.exec_driver_sql(
        "SELECT m.group_id, m.person_id, m.role, g.school_year, p.name, p.created_at FROM old_memberships m"
        " JOIN groups g ON g.id = m.group_id JOIN persons p ON p.id = m.person_id"
        " ORDER BY m.group_id, p.sort_key, p.id"
    ).all()
    before = {row.person_id: row.name for row in rows}
    shown = _told_apart(before, [(row.group_id, row.person_id) for row in rows if row.role == "pupil"])
    for person, name in shown.items():
        if name != before[person]:
            conn.execute(_RENAME, {"id": person, "name": name, "sort_key": sort_key(name)})
    present = _school_year(datetime.now(UTC).date())
    _insert(
        conn,
        "memberships",
        [
            {
                "group_id": group,
                "person_id": person,
                "role": role,
                "from_on": max(_day(added), date(year, 8, 1)) if year >= present else date(year, 8, 1),
                "until_on": date(year + 1, 8, 1) if year < present else None,
                "look": look_of(shown[person]) if role == "pupil" else None,
            }
            for group, person, role, year, _, added in rows
        ],
    )


_RENAME = sa.text("UPDATE persons SET name = :name, given_name = :name, sort_key = :sort_key WHERE id = :id")


def _told_apart(names: dict[int, str], tiles: list[tuple[int, int]]) -> dict[int, str]:
    """Number who looks like somebody before them in any of their groups, until nobody does; other names are left free."""
    shown = dict(names)
    numbers: defaultdict[int, int] = defaultdict(lambda: 1)
    own = {(group, look_of(names[person])) for group, person in tiles}
    is_settled = False
    while not is_settled:
        is_settled = True
        seen: set[tuple[int, str]] = set()
        for group, person in tiles:
            while (tile := (group, look_of(shown[person]))) in seen or (numbers[person] > 1 and tile in own):
                is_settled = False
                numbers[person] += 1
                shown[person] = f"{names[person]} {numbers[person]}"
            seen.add(tile)
    return shown


def _fill_sign_ins(conn: Connection) -> None:
    conn.exec_driver_sql(
        "UPDATE sign_ins SET role_id = (SELECT min(r.id) FROM roles r WHERE r.person_id = sign_ins.person_id)"
    )


def _drop_old() -> None:
    op.drop_table("old_memberships")
    with op.batch_alter_table("persons") as table:
        table.alter_column("sort_key", existing_type=SORT_KEY, nullable=False)
        table.drop_index("ix_persons_school_role")
        table.drop_constraint("fk_persons_school_id_schools", type_="foreignkey")
        table.drop_column("school_id")
        table.drop_column("role")
        table.drop_column("secret_hash")
    with op.batch_alter_table("groups") as table:
        table.drop_column("band")


def _foreign(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}_{to}")
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=name, ondelete="CASCADE")


def _create_unique(name: str, table: str, columns: list[str], where: Any) -> None:
    op.create_index(name, table, columns, unique=True, sqlite_where=where, postgresql_where=where)


def _insert(conn: Connection, table: str, rows: Iterable[dict[str, object]]) -> None:
    if values := list(rows):
        names = ", ".join(values[0])
        marks = ", ".join(f":{name}" for name in values[0])
        types = [sa.bindparam(name, type_=sa.Date()) for name in values[0] if name.endswith("_on")]
        conn.execute(sa.text(f"INSERT INTO {table} ({names}) VALUES ({marks})").bindparams(*types), values)  # noqa: S608


def _day(added: datetime | str) -> date:
    return (datetime.fromisoformat(added) if isinstance(added, str) else added).date()


def _school_year(day: date) -> int:
    return day.year if day.month >= 8 else day.year - 1


def downgrade() -> None:
    """Go back to the revision before; refused where somebody's roles can't be said in its tables."""
    conn = op.get_bind()
    told = conn.exec_driver_sql(
        "SELECT count(*) FROM persons p WHERE 1 <> (SELECT count(*) FROM roles r WHERE r.person_id = p.id AND r.until_on IS"
        " NULL AND r.role IN ('pupil', 'teacher', 'director', 'officer'))"
    ).scalar()
    if told:
        raise RuntimeError(f"{told} people have no role, several or a new one; the tables of revision 0005 can't say so")
    with op.batch_alter_table("groups") as table:
        table.add_column(sa.Column("band", sa.String(12)))
    for band, years in YEARS.items():
        conn.execute(_BAND.bindparams(sa.bindparam("years", expanding=True)), {"band": band, "years": list(years)})
    conn.exec_driver_sql("UPDATE groups SET band = 'po-7-8' WHERE band IS NULL")
    with op.batch_alter_table("groups") as table:
        table.alter_column("band", existing_type=sa.String(12), nullable=False)
    with op.batch_alter_table("persons") as table:
        table.add_column(sa.Column("school_id", ID))
        table.add_column(sa.Column("role", sa.String(12)))
        table.add_column(sa.Column("secret_hash", sa.String(255), server_default="", nullable=False))
    for column in ("role", "school_id"):
        conn.exec_driver_sql(
            f"UPDATE persons SET {column} = (SELECT r.{column} FROM roles r WHERE r.person_id = persons.id"  # noqa: S608
            " ORDER BY r.until_on IS NULL DESC, r.id DESC LIMIT 1)"
        )
    conn.exec_driver_sql(
        "UPDATE persons SET secret_hash = coalesce((SELECT c.secret_hash FROM credentials c"
        " WHERE c.person_id = persons.id AND c.kind IN ('password', 'pictures') ORDER BY c.id LIMIT 1), '')"
    )
    _old_memberships(conn)
    with op.batch_alter_table("sign_ins") as table:
        table.drop_index("ix_sign_ins_role_id")
        table.drop_constraint("fk_sign_ins_role_id_roles", type_="foreignkey")
        table.drop_column("role_id")
    for table_name in ("external_keys", "credentials", "roles"):
        op.drop_table(table_name)
    with op.batch_alter_table("persons") as table:
        table.alter_column("role", existing_type=sa.String(12), nullable=False)
        table.create_foreign_key(
            op.f("fk_persons_school_id_schools"), "schools", ["school_id"], ["id"], ondelete="CASCADE"
        )
        table.create_index("ix_persons_school_role", ["school_id", "role"])
        for name in ("given_name", "particle", "surname", "year_group", "sort_key"):
            table.drop_column(name)


_BAND = sa.text(
    "UPDATE groups SET band = :band WHERE band IS NULL AND id IN (SELECT m.group_id FROM memberships m"
    " JOIN persons p ON p.id = m.person_id WHERE m.role = 'pupil' AND p.year_group IN :years)"
)


def _old_memberships(conn: Connection) -> None:
    op.create_table(
        "old_memberships",
        sa.Column("group_id", ID, nullable=False),
        sa.Column("person_id", ID, nullable=False),
        sa.Column("role", sa.String(12), nullable=False),
        sa.ForeignKeyConstraint(
            ["group_id"], ["groups.id"], name="fk_memberships_group_id_groups", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["persons.id"], name="fk_memberships_person_id_persons", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("group_id", "person_id", name="pk_old_memberships"),
    )
    conn.exec_driver_sql(
        "INSERT INTO old_memberships (group_id, person_id, role)"
        " SELECT DISTINCT m.group_id, m.person_id, CASE WHEN p.role = 'pupil' THEN 'pupil' ELSE 'teacher' END"
        " FROM memberships m JOIN persons p ON p.id = m.person_id"
    )
    op.drop_table("memberships")
    op.rename_table("old_memberships", "memberships")
    if conn.dialect.name == "postgresql":
        op.execute("ALTER TABLE memberships RENAME CONSTRAINT pk_old_memberships TO pk_memberships")
    op.create_index("ix_memberships_group_role", "memberships", ["group_id", "role"])
    op.create_index(op.f("ix_memberships_person_id"), "memberships", ["person_id"])
