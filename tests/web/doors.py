"""Every door of the application: who may come in, and how a test knocks on each rule of the URL map."""

from __future__ import annotations

from collections import ChainMap
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import insert

from course.goals.tables import evidence
from course.people.roles import Role
from tests.builders import SCHOOL_YEAR
from tests.web.account import doors as of_account
from tests.web.admin import doors as of_privacy
from tests.web.board_goals import doors as of_board_goals
from tests.web.contacts import doors as of_contacts
from tests.web.evaluation import doors as of_evaluation
from tests.web.goals import doors as of_goals
from tests.web.learn import doors as of_learning
from tests.web.profile import doors as of_profile
from tests.web.protocols import doors as of_protocols
from tests.web.protocols.drafting import for_doors
from tests.web.reports import doors as of_reports
from tests.web.rules import doors as of_rules
from tests.web.sign_in import doors as of_sign_in
from tests.web.teacher import doors as of_teachers

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from flask import Flask

    from tests.web.conftest import Visitor
    from tests.web.town import Town

ROLES = (None, *Role)
"""Everybody who knocks: nobody, and who lives in the town."""
GOAL = "kom-leren:doelstellingen.1"
PUPILS, STAFF, PARENTS = "mag-deze-foto", "leerlingen-als-vriend", "bij-het-hek"
LATER = {PUPILS: "een-herinnering", STAFF: "een-schooljaar-later"}
CLEAN = {
    PUPILS: ("de-remix", "voor-ons-alleen", "meedoen"),
    STAFF: ("weigeren", "team", "portaal", "vragen", "de-deur-staat-open"),
}
"""Ways to an ending that nothing forbids at our school, so that later-cards come due."""


LETTERS = {
    None: "n",
    Role.PUPIL: "p",
    Role.TEACHER: "t",
    Role.COACH: "c",
    Role.DIRECTOR: "d",
    Role.OFFICER: "o",
    Role.ADMINISTRATOR: "a",
}
TABLE = """
    static                   GET      n p t c d o a
    lesson_picture           GET      n p t c d o a
    quiz_picture             GET      n p t c d o a
    language                 POST     n p t c d o a sign_in.front
    health                   GET      n p t c d o a
    director.school          GET      - - - - d - -
    director.group           GET      - - - - d - -
    director.staff           GET      - - - - d - -
    director.remind_of_training POST  - - - - d - - director.staff
    director.gaps            GET      - - - - d - -
    director.rules           GET      - - - - d - -
    board.schools            GET      - - - - - o -
    board.school             GET      - - - - - o -
    board.gaps               GET      - - - - - o -
    visitor.try_out          GET      n p t c d o a
    visitor.privacy_children GET      n p t c d o a
    visitor.privacy          GET      n p t c d o a
    visitor.accessibility    GET      n p t c d o a
    visitor.contact          GET      n p t c d o a
    feedback.form            GET      n p t c d o a
    feedback.send            POST     n p t c d o a
    feedback.thanks          GET      n p t c d o a
    feedback.inbox           GET      - - - - - o -
    feedback.done            POST     - - - - - o - feedback.inbox
    admin.home               GET      - - - - - - a
    admin.school             GET      - - - - - - a
    admin.add_school         POST     - - - - - - a admin.home
    admin.rename_school      POST     - - - - - - a admin.school
    admin.invite             POST     - - - - - - a admin.person
    admin.sign_out_everywhere POST    - - - - - - a admin.person
    admin.take_second_step_off POST   - - - - - - a admin.person
    admin.settings           GET+POST - - - - - - a
    admin.add_group          POST     - - - - - - a admin.school
    admin.add_staff          POST     - - - - - - a admin.school
    admin.group              GET      - - - - - - a
    admin.rename_group       POST     - - - - - - a admin.group
    admin.add_pupils         POST     - - - - - - a admin.group
    admin.let_in             POST     - - - - - - a admin.group
    admin.let_out            POST     - - - - - - a admin.group
    admin.journal            GET      - - - - - - a
    admin.export             POST     - - - - - - a admin.journal
    admin.search             GET      - - - - - - a
    admin.person             GET      - - - - - - a
    admin.rename             POST     - - - - - - a admin.person
    admin.set_year           POST     - - - - - - a admin.person
    admin.move               POST     - - - - - - a admin.person
    admin.take_out           POST     - - - - - - a admin.person
    admin.put_back           POST     - - - - - - a admin.person
    admin.give_role          POST     - - - - - - a admin.person
    admin.end_role           POST     - - - - - - a admin.person
    admin.merge              POST     - - - - - - a admin.person
    admin.roster             GET+POST - - - - - - a
    admin.roster_template    GET      - - - - - - a
    admin.preview            GET+POST - - - - - - a
    admin.drop_roster        POST     - - - - - - a admin.roster
    admin.roster_progress    GET      - - - - - - a
    admin.roster_done        GET      - - - - - - a
"""
"""Every route with its methods, who may come (nobody signed in, pupil, teacher, coach, director,
officer, administrator) and the page of its form.

Written out apart from what the routes say themselves, so that who opens a door to others has to say so here too.
"""


@dataclass(frozen=True, slots=True)
class Route:
    """One line of the table."""

    methods: frozenset[str]
    letters: frozenset[str]
    page: str | None

    def is_for(self, role: Role | None) -> bool:
        return LETTERS[role] in self.letters


def _route(methods: str, *rest: str) -> Route:
    return Route(frozenset(methods.split("+")), frozenset(rest[:7]) - {"-"}, *rest[7:] or (None,))


LINES = (
    line.split()
    for line in (
        TABLE
        + of_learning.TABLE
        + of_privacy.TABLE
        + of_account.TABLE
        + of_sign_in.TABLE
        + of_board_goals.TABLE
        + of_goals.TABLE
        + of_profile.TABLE
        + of_evaluation.TABLE
        + of_contacts.TABLE
        + of_reports.TABLE
        + of_rules.TABLE
        + of_teachers.TABLE
        + of_protocols.TABLE
    ).splitlines()
    if line
)
ROUTES = {name: _route(*rest) for name, *rest in LINES}


@dataclass(frozen=True, slots=True)
class Door:
    """One method of one rule, with an address and what a form there would send."""

    endpoint: str
    method: str
    path: str
    data: Mapping[str, object]

    def knock(self, visitor: Visitor, *, hx: bool = False) -> int:
        """The status of the answer."""
        if self.method == "GET":
            return visitor.get(self.path, hx=hx).status_code
        return visitor.post(self.path, dict(self.data), hx=hx).status_code


@dataclass(frozen=True, slots=True)
class World:
    """What addresses are made of."""

    town: Town
    code: str
    evidence: int
    withdrawn: int
    rules: Mapping[str, Mapping[str, object]]
    """What stands for the pages of rules: by endpoint where a door shuts what it opens on, else under "" and "form"."""

    def values(self, lesson: str) -> dict[str, object]:
        """What stands for each converter of the URL map."""
        return {
            "filename": "css/app.css",
            "name": "bos.svg",
            "code": self.code,
            "person_id": self.town.classmate,
            "lesson": lesson,
            "quiz": lesson,
            "scene": LATER[lesson],
            "days": 7,
            "act": "ask-the-person-first",
            "group_id": self.town.our_group.id,
            "goal": GOAL,
            "evidence": self.evidence,
            "year": SCHOOL_YEAR,
            "goal_set": "kom-leren",
            "protocol": self.town.ours.protocol,
            "module": PUPILS,
            "school_id": self.town.ours.id,
            "report": 1,
            "contact_id": 1,
            "import_id": 1,
            "provider_id": 1,
            **of_privacy.VALUES,
            **of_learning.VALUES,
            **self.rules[""],
            "token": of_rules.TOKEN,
        }

    def address(self, app: Flask, endpoint: str, arguments: set[str], lesson: str) -> str:
        special = {
            "lesson_picture": {"lesson": PUPILS, "name": "bos.svg"},
            "quiz_picture": {"name": "mag-deze-foto/kampvuur.svg"},
            "goals.restore": {"evidence": self.withdrawn},
            "protocols.play": {"lesson": PUPILS},
            "modules.play": {"lesson": PUPILS},
            "rules.play": {"token": of_rules.TOKEN, "lesson": PARENTS},
            "rules.ask": {"token": of_rules.TOKEN, "quiz": PARENTS},
            **self.rules,
        }
        values = {**self.values(lesson), **special.get(endpoint, {})}
        with app.test_request_context():
            return app.url_for(endpoint, **{name: values[name] for name in arguments})

    def data(self, endpoint: str) -> dict[str, object]:
        """A form that its route can take, where an empty one would be told off before anybody looks who came."""
        forms: dict[str, dict[str, object]] = {
            "learn.choose": {"step": "0", "choice": "none"},
            "goals.note": {
                "happened_on": "2026-11-19",
                "group_id": self.town.our_group.id,
                "words": "Klaar.",
            },
            **of_board_goals.FORMS,
            **of_goals.FORMS,
            **of_profile.FORMS,
            **of_sign_in.forms(self.town.classmate),
            "language": {"language": "en", "next": "/"},
            **of_contacts.FORMS,
            **of_teachers.FORMS,
            "feedback.send": {"words": "De boot is geen schip."},
        }
        return forms.get(endpoint, self.rules["form"])


def every_door(app: Flask, world: World, lesson: str = PUPILS) -> Iterator[Door]:
    """Every method of every rule; KeyError for a rule with a converter that nobody has given a value."""
    for rule in app.url_map.iter_rules():
        path = world.address(app, rule.endpoint, set(rule.arguments), lesson)
        for method in sorted((rule.methods or set()) & {"GET", "POST", "PUT", "PATCH", "DELETE"}):
            yield Door(rule.endpoint, method, path, world.data(rule.endpoint) if method == "POST" else {})


def build(visitor: Visitor) -> World:
    """Open our class session, note evidence twice and withdraw one, and bring every learner a later-card."""
    town, clock = visitor.town, visitor.clock
    visitor.as_pupil().walk(PUPILS, *CLEAN[PUPILS])
    for come in (visitor.as_teacher, visitor.as_coach, visitor.as_director):
        come().walk(STAFF, *CLEAN[STAFF])
    clock.passes(days=7)
    row = {
        "school_id": town.ours.id,
        "group_id": town.our_group.id,
        "goal": GOAL,
        "school_year": SCHOOL_YEAR,
        "happened_on": clock().date(),
        "words": "Het profiel van onze school staat.",
        "noted_by": town.teacher.id,
        "noted_at": clock(),
    }
    of_rules.open_to_all(town.store, town.ours, clock())
    with town.store.write() as conn:
        kept, gone = (
            conn.execute(
                insert(evidence).returning(evidence.c.id), {**row, "withdrawn_at": moment}
            ).scalar_one()
            for moment in (None, clock())
        )
    made = [for_doors(town), of_privacy.asked(town), of_goals.made(town), of_evaluation.made(town, clock())]
    rules = dict(ChainMap(*made, of_reports.made(town)))
    return World(town, town.open_session(town.our_group, clock()).code, kept, gone, rules)


def lesson_of(role: Role | None) -> str:
    """A lesson on this role's own list."""
    return STAFF if role in {Role.TEACHER, Role.COACH, Role.DIRECTOR} else PUPILS
