"""The doors at which somebody comes in; see `tests.web.doors`."""

TABLE = """
    sign_in.front            GET      n p t c d o a
    sign_in.code             GET+POST n p t c d o a
    sign_in.tiles            GET      n p t c d o a
    sign_in.pictures         GET+POST n p t c d o a
    sign_in.ask              POST     n p t c d o a sign_in.pictures
    sign_in.wait             GET      n p t c d o a
    sign_in.go_in            POST     n p t c d o a
    sign_in.card             GET+POST n p t c d o a
    sign_in.staff            GET+POST n p t c d o a
    sign_in.forgotten        GET+POST n p t c d o a
    sign_in.under_way        GET      n p t c d o a
    sign_in.second           GET+POST n p t c d o a
    sign_in.passkey_options  POST     n p t c d o a sign_in.staff
    sign_in.passkey          POST     n p t c d o a sign_in.staff
    sign_in.sign_on          GET      n p t c d o a
    sign_in.sign_on_back     GET      n p t c d o a
    sign_in.roles            GET      - p t c d o a
    sign_in.choose_role      POST     - p t c d o a sign_in.roles
    sign_in.out              POST     - p t c d o a sign_in.front
    teacher.answer_knock     POST     - - t - - - - teacher.session
    teacher.qr_cards         GET      - - t - - - -
    teacher.change_qr_cards  POST     - - t - - - -
    teacher.qr_sheet         GET      - - t - - - -
    admin.pupil_sign_in      GET      - - - - - - a
    admin.keep_pupil_sign_in POST     - - - - - - a
    admin.rollover           GET      - - - - - - a
    admin.begin_year         POST     - - - - - - a
"""
"""With what teachers and administrators have for pupils who come in."""


def forms(pupil: int) -> dict[str, dict[str, object]]:
    """What a teacher's forms about a pupil send."""
    return {
        "teacher.renew_pictures": {"pupil": pupil},
        "teacher.let_try_again": {"pupil": pupil},
        "teacher.answer_knock": {"knock": 1},
        "teacher.change_qr_cards": {"pupil": pupil},
    }
