"""The doors of one's own account; see `tests.web.doors`."""

TABLE = """
    account.invited          GET+POST n p t c d o a
    account.password         GET+POST - - t c d o a
    account.second_step      GET      - - t c d o a
    account.begin_app        POST     - - t c d o a account.second_step
    account.confirm_app      POST     - - t c d o a account.second_step
    account.new_codes        POST     - - t c d o a account.second_step
    account.drop_app         POST     - - t c d o a account.second_step
    account.end_sign_in      POST     - - t c d o a account.password
    account.end_other_sign_ins POST   - - t c d o a account.password
"""
