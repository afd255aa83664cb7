"""Goals belong to a board and a school year; boards that there are keep the five that they showed until now.

Written out here as they stood in the content then, for every year in which a school of the board has groups or evidence.

Revision 0013 after 0012, 2026-11-28 22:20:00.000000.
"""

from __future__ import annotations

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
FIRST_MONTH = 8
FIVE = (
    (
        "doelstellingen.1",
        9,
        "evidence-school",
        1,
        "De school laat zich op sociale media zien.",
        "The school shows itself on social media.",
        "Noteer een kanaal of een bericht waarmee de school van zich laat horen, met de datum en waar het te vinden is.",
        "Note a channel or a post with which the school makes itself heard, with its date and where to find it.",
    ),
    (
        "doelstellingen.2",
        12,
        "evidence-groups",
        0,
        "Elke groep houdt de ouders via sociale media of een weblog op de hoogte.",
        "Every group keeps its parents informed through social media or a weblog.",
        "Noteer per groep het kanaal waarlangs ouders regelmatig iets horen, bijvoorbeeld een afgeschermde klaspagina of een weblog.",
        "Note for each group the channel through which parents hear something regularly, such as a closed class page or a weblog.",
    ),
    (
        "doelstellingen.3",
        3,
        "groups-completed",
        2,
        "Minstens twee groepen zetten sociale media in om hun lesdoelen te halen.",
        "At least two groups use social media to reach their teaching goals.",
        "Een groep telt mee zodra meer dan de helft van de leerlingen een module heeft afgerond; een groep van minder dan vijf telt alleen mee met bewijs. Noteer ook eigen lessen waarin een groep sociale media gebruikt: wat deden jullie, en met welk lesdoel?",
        "A group counts as soon as most of its pupils have completed a module; a group of fewer than five counts through evidence only. Note your own lessons with social media too: what did you do, and for which teaching goal?",
    ),
    (
        "doelstellingen.4",
        5,
        "evidence-school",
        1,
        "De directeuren kijken samen hoe het ervoor staat, leggen vast wat werkt en stellen nieuwe doelen.",
        "The directors look together at how things stand, secure what works and set new goals.",
        "Noteer wanneer de tussenevaluatie was, wat jullie vasthouden en welke nieuwe doelen er zijn.",
        "Note when the interim evaluation was held, what you keep and which new goals there are.",
    ),
    (
        "doelstellingen.5",
        1,
        "evidence-school",
        1,
        "De scholen laten elkaar op een bijeenkomst zien hoe zij sociale media gebruiken.",
        "At a meeting, the schools show each other how they use social media.",
        "Noteer de datum van de bijeenkomst en wat jullie school er liet zien.",
        "Note the date of the meeting and what your school showed there.",
    ),
)
"""Article, month, measure, target; words and explanation, Dutch and English."""


def upgrade() -> None:
    """Go up to this revision."""
    table = op.create_table(
        "board_goals",
        sa.Column("id", ID, nullable=False),
        sa.Column("board_id", ID, nullable=False),
        sa.Column("school_year", sa.Integer(), nullable=False),
        sa.Column("goal", sa.String(80), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("goal_set", sa.String(60), server_default="", nullable=False),
        sa.Column("protocol", sa.String(60), server_default="", nullable=False),
        sa.Column("article", sa.String(80), server_default="", nullable=False),
        sa.Column("words_nl", sa.Text(), nullable=False),
        sa.Column("words_en", sa.Text(), server_default="", nullable=False),
        sa.Column("explanation_nl", sa.Text(), server_default="", nullable=False),
        sa.Column("explanation_en", sa.Text(), server_default="", nullable=False),
        sa.Column("month", sa.Integer(), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("measure", sa.String(40), nullable=False),
        sa.Column("target", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("changed_by", ID, nullable=True),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("taken_out_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["board_id"], ["boards.id"], name=op.f("fk_board_goals_board_id_boards"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["changed_by"], ["persons.id"], name=op.f("fk_board_goals_changed_by_persons"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_board_goals")),
        sa.UniqueConstraint("board_id", "school_year", "goal", name=op.f("uq_board_goals_board_id_school_year_goal")),
    )
    rows = [
        _row(board, year, place, goal) for board, year in _years() for place, goal in enumerate(FIVE, 1)
    ]
    if rows:
        op.bulk_insert(table, rows)


def downgrade() -> None:
    """Go back to the revision before, whose program shows every board the five again."""
    op.drop_table("board_goals")


def _years() -> list[tuple[int, int]]:
    """Every board with the school years of its past and the present one; the next goes on from it by itself."""
    today = datetime.now(UTC)
    now = today.year if today.month >= FIRST_MONTH else today.year - 1
    found = op.get_bind().execute(
        sa.text(
            "SELECT id, :now FROM boards"
            " UNION SELECT s.board_id, g.school_year FROM groups g JOIN schools s ON s.id = g.school_id"
            " WHERE g.school_year < :now"
            " UNION SELECT s.board_id, e.school_year FROM evidence e JOIN schools s ON s.id = e.school_id"
            " WHERE e.school_year < :now"
        ).bindparams(sa.bindparam("now", type_=sa.Integer())),
        {"now": now},
    )
    return sorted((board, year) for board, year in found)


def _row(board: int, year: int, place: int, goal: tuple[str, int, str, int, str, str, str, str]) -> dict[str, object]:
    article, month, measure, target, nl, en, why_nl, why_en = goal
    return {
        "board_id": board,
        "school_year": year,
        "goal": f"kom-leren:{article}",
        "place": place,
        "goal_set": "kom-leren",
        "protocol": "kom-leren",
        "article": article,
        "words_nl": nl,
        "words_en": en,
        "explanation_nl": why_nl,
        "explanation_en": why_en,
        "month": month,
        "day": 31,
        "measure": measure,
        "target": target,
        "revision": 1,
    }
