"""The doors at which somebody comes in; see `tests.web.doors`."""

TABLE = """
    sign_in.front            GET      n p t c d o a
    sign_in.code             GET+POST n p t c d o a
    sign_in.tiles            GET      n p t c d o a
    sign_in.pictures         GET+POST n p t c d o a
    sign_in.card             GET+POST n p t c d o a
    sign_in.staff            GET+POST n p t c d o a
    sign_in.second           GET+POST n p t c d o a
    sign_in.roles            GET      - p t c d o a
    sign_in.choose_role      POST     - p t c d o a sign_in.roles
    sign_in.out              POST     - p t c d o a sign_in.front
"""
