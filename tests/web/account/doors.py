"""The doors of one's own account; see `tests.web.doors`."""

TABLE = """
    account.invited          GET+POST n p t c d o a
    account.password         GET+POST - - t c d o a
    account.choose_weekly    POST     - - t c d o a account.password
    account.stop_weekly      GET+POST n p t c d o a
    account.second_step      GET      - - t c d o a
    account.begin_app        POST     - - t c d o a account.second_step
    account.confirm_app      POST     - - t c d o a account.second_step
    account.new_codes        POST     - - t c d o a account.second_step
    account.drop_app         POST     - - t c d o a account.second_step
    account.passkey_options  POST     - - t c d o a account.second_step
    account.add_passkey      POST     - - t c d o a account.second_step
    account.rename_passkey   POST     - - t c d o a account.second_step
    account.remove_passkey   POST     - - t c d o a account.second_step
    account.link_sign_on     POST     - - t c d o a account.password
    account.unlink_sign_on   POST     - - t c d o a account.password
    account.confirm          POST     - - t c d o a account.password
    account.end_sign_in      POST     - - t c d o a account.password
    account.end_other_sign_ins POST   - - t c d o a account.password
"""

FRESH = {
    "account.begin_app",
    "account.confirm",
    "account.drop_app",
    "account.link_sign_on",
    "account.new_codes",
    "account.passkey_options",
    "account.remove_passkey",
    "account.unlink_sign_on",
    "admin.add_provider",
    "admin.add_staff",
    "admin.change_provider",
    "admin.end_role",
    "admin.erase_person",
    "admin.export",
    "admin.export_person",
    "admin.give_role",
    "admin.invite",
    "admin.keep_record_store",
    "admin.invite_by_mail",
    "reports.take_board",
    "reports.take_board_trend",
    "reports.take_trend",
    "reports.take_rules",
    "reports.ask_whole_school",
    "reports.take_whole_school",
    "reports.take_year_over",
    "reports.take_year_over_of_school",
    "reports.take_group",
    "reports.take_protocols",
    "reports.take_school",
    "reports.take_staff",
    "admin.merge",
    "admin.remove_provider",
    "admin.rename",
    "admin.settings",
    "admin.take_second_step_off",
    "admin.set_board_retention",
    "admin.unlink",
}
"""Where who has been in for a while shows a secret once more: exports, roles, secrets, deletions."""
