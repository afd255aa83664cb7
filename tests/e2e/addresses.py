"""An address for every page, for the tests that walk them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.people.roles import Role
from tests.e2e.steps import LESSON
from tests.web.protocols.drafting import THEME
from tests.web.rules.doors import TOKEN

if TYPE_CHECKING:
    from tests.e2e.live import Live

PD = "leerlingen-als-vriend"
NO_PAGES = {
    "static",
    "lesson_picture",
    "quiz_picture",
    "health",
    "protocols.file",
    "admin.roster_template",
    "admin.document",
    "goals.file",
    "visitor.issuer",
    "visitor.issuer_keys",
    "visitor.issuer_key",
}
STATES = {
    "sign_in.second",
    "sign_in.sign_on",
    "sign_in.sign_on_back",
    "admin.provider",
    "learn.later",
    "learn.certificate",
    "evaluation.read",
    "teacher.login_cards",
    "teacher.qr_sheet",
    "admin.preview",
    "admin.roster_progress",
    "admin.roster_done",
    "protocols.confirm_publishing",
}
"""Pages that need something to have happened first; the test of what leads there opens them."""


_OF_ACCOUNTS = {
    "admin.home": "/admin/",
    "account.password": "/account",
    "account.invited": "/account/invited",
    "sign_in.forgotten": "/sign-in/forgotten",
    "sign_in.under_way": "/sign-in/forgotten/under-way",
    "account.stop_weekly": "/account/stop",
    "account.second_step": "/account/second-step",
    "admin.settings": "/admin/settings",
    "admin.sign_on": "/admin/sign-on",
    "admin.records": "/admin/records",
    "admin.documents": "/admin/documents",
}
"""Those of ways in, and of who keeps them."""


def addresses(live: Live, role: Role | None) -> dict[str, str]:
    """One address for every endpoint with a page of its own; `test_pages` sees that none is forgotten."""
    lesson = PD if role in {Role.TEACHER, Role.COACH, Role.DIRECTOR} else LESSON
    return (
        {
            "sign_in.front": "/",
            "sign_in.code": "/sign-in/code",
            "sign_in.tiles": "/sign-in/class",
            "sign_in.pictures": f"/sign-in/class/{live.pupil('Lotte')}",
            "sign_in.card": "/sign-in/card",
            "sign_in.wait": "/sign-in/wait",
            "sign_in.staff": "/sign-in",
            "sign_in.roles": "/roles",
            "learn.home": "/learn/",
            "learn.lesson": f"/learn/lessons/{lesson}",
            "learn.development": "/learn/development",
            "learn.learning_points": "/learn/development/points",
            "learn.quiz": f"/learn/quizzes/{lesson}",
            "rules.protocol": "/rules/protocol",
            "rules.act": "/rules/acts/teacher-join-online-discussion-about-school-or-education",
            "visitor.try_out": "/try?way=in-de-bus.de-volgende-ochtend",
            "visitor.privacy": "/privacy",
            "visitor.privacy_children": "/privacy/children",
            "visitor.accessibility": "/accessibility",
            "visitor.contact": "/contact",
            "contacts.talk": "/talk",
            "contacts.keep": f"/schools/{live.ours.id}/contacts",
            "feedback.form": f"/feedback/?about=scene:{LESSON}/in-de-bus",
            "feedback.thanks": "/feedback/thanks",
            "feedback.inbox": "/feedback/inbox",
            "attestation.mine": "/rules/confirmed/",
            "attestation.team": "/rules/confirmed/team",
        }
        | _OF_ACCOUNTS
        | _of_schools(live)
        | _of_people(live)
        | _for_parents(live)
        | _of_goals(live)
    )


def _of_schools(live: Live) -> dict[str, str]:
    """Those of teachers and directors."""
    group = f"/teacher/groups/{live.our_group.id}"
    return {
        "teacher.groups": "/teacher/",
        "teacher.group": group,
        "teacher.figures": f"{group}/figures",
        "teacher.work": f"{group}/work",
        "teacher.session": f"{group}/session",
        "teacher.board": f"{group}/session/board",
        "teacher.pictures": f"{group}/pictures",
        "teacher.qr_cards": f"{group}/qr-cards",
        "modules.line": "/modules/",
        "modules.guide": f"/modules/{LESSON}",
        "modules.sheet": f"/modules/{LESSON}/sheet",
        "modules.letter": f"/modules/{LESSON}/letter",
        "modules.play": f"/modules/{LESSON}/lessons/{LESSON}?way=in-de-bus",
        "director.school": "/director/",
        "director.group": f"/director/groups/{live.our_group.id}",
        "director.staff": "/director/staff",
        "director.learning_points": "/director/staff/learning-points",
        "director.gaps": "/director/gaps",
        "director.rules": "/director/rules",
        "director.trend": "/director/trend",
        "director.annual": "/director/annual-report",
        "reports.group": f"/reports/groups/{live.our_group.id}",
        "reports.school": "/reports/school",
        "reports.staff": "/reports/staff",
        "reports.board": "/reports/board",
        "reports.protocols": "/reports/protocols",
        "reports.trend": "/reports/trend",
        "reports.rules": "/reports/rules",
        "reports.whole_school": f"/reports/schools/{live.ours.id}/whole",
        "director.year_over": f"/director/years/{live.our_group.school_year - 1}",
        "board.year_over": f"/board/schools/{live.ours.id}/years/{live.our_group.school_year - 1}",
        "reports.year_over": f"/reports/years/{live.our_group.school_year - 1}",
        "reports.year_over_of_school": f"/reports/schools/{live.ours.id}/years/{live.our_group.school_year - 1}",
        "reports.board_trend_page": "/reports/board-trend",
    }


def _of_people(live: Live) -> dict[str, str]:
    """Those on which people are kept."""
    return {
        "admin.school": f"/admin/schools/{live.ours.id}",
        "admin.rollover": f"/admin/schools/{live.ours.id}/year",
        "admin.pupil_sign_in": f"/admin/schools/{live.ours.id}/sign-in",
        "admin.group": f"/admin/groups/{live.our_group.id}",
        "admin.person": f"/admin/people/{live.pupil('Lotte')}",
        "admin.search": "/admin/people?q=o",
        "admin.journal": "/admin/journal",
        "admin.requests": "/admin/requests",
        "admin.retention": f"/admin/schools/{live.ours.id}/retention",
        "account.known": "/account/kept",
        "admin.roster": f"/admin/schools/{live.ours.id}/roster",
    }


def _for_parents(live: Live) -> dict[str, str]:
    """What a school gives to parents."""
    return {
        "rules.open_to_all": f"/onze-regels/{TOKEN}",
        "rules.play": f"/onze-regels/{TOKEN}/lessons/bij-het-hek",
        "rules.ask": f"/onze-regels/{TOKEN}/questions/bij-het-hek",
        "rules.for_parents": "/rules/for-parents",
        "rules.poster": f"/rules/for-parents/{live.ours.id}/poster",
    }


def _of_goals(live: Live) -> dict[str, str]:
    """Those of goals and of the board."""
    return {
        "goals.goals": "/goals/",
        "goals.goal": "/goals/kom-leren:doelstellingen.1",
        "goals.log": "/goals/log",
        "goals.core_goals": "/goals/core-goals",
        "goals.channels": "/goals/channels",
        "goals.show": "/goals/show",
        "goals.show_of_school": f"/goals/show/{live.ours.id}",
        "goals.team_talk": "/goals/team-talk",
        "goals.shows": "/goals/shows",
        "profile.plan": "/profile/",
        "profile.write": "/profile/write",
        "profile.of_school": f"/profile/schools/{live.ours.id}",
        "evaluation.overview": "/evaluation/",
        "evaluation.draft": "/evaluation/draft",
        "evaluation.schools": "/evaluation/schools",
        "board.schools": "/board/",
        "board.school": f"/board/schools/{live.ours.id}",
        "board.trend": "/board/trend",
        "board.trend_of_school": f"/board/schools/{live.ours.id}/trend",
        "board.gaps": f"/board/gaps/{live.theirs.protocol}",
        "board_goals.goals": "/board/goals/",
        "board_goals.year": f"/board/goals/{live.our_group.school_year + 1}",
        "board_goals.add": f"/board/goals/{live.our_group.school_year}/new",
        "board_goals.change": f"/board/goals/{live.our_group.school_year}/goals/kom-leren:doelstellingen.3",
    }


def of_rules(draft_id: int, article: str, version_id: int, before_id: int) -> dict[str, str]:
    """The same for the pages on which rules are written, with a draft and two versions."""
    at, published = f"/protocols/{draft_id}", f"/protocols/versions/{version_id}"
    return {
        "protocols.overview": "/protocols/",
        "protocols.begin": "/protocols/new",
        "protocols.articles": f"{at}/articles",
        "protocols.article": f"{at}/articles/{article}",
        "protocols.find": f"{at}/find?q=foto",
        "protocols.particulars": f"{at}/particulars",
        "protocols.history": f"{at}/history",
        "protocols.themes": f"{at}/questions",
        "protocols.theme": f"{at}/questions/{THEME}",
        "protocols.preview": f"{at}/preview",
        "protocols.module": f"{at}/preview/{LESSON}",
        "protocols.play": f"{at}/preview/lessons/{LESSON}",
        "protocols.quiz": f"{at}/preview/quizzes/{LESSON}",
        "protocols.changes": f"{at}/changes",
        "protocols.prepare": f"{at}/publish",
        "protocols.version": published,
        "protocols.compared": f"{published}/since/{before_id}",
        "protocols.compare": f"{published}/compare?with={before_id}",
    }
