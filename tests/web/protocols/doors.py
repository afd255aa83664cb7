"""The doors of the pages on which rules are written, as `tests.web.doors` has those of all others."""

TABLE = """
    protocols.overview            GET  - - - - d o -
    protocols.begin               GET  - - - - d o -
    protocols.begin_with_text     POST - - - - d o - protocols.begin
    protocols.begin_with_document POST - - - - d o - protocols.begin
    protocols.begin_with_nothing  POST - - - - d o - protocols.begin
    protocols.begin_with_starting POST - - - - d o - protocols.begin
    protocols.begin_with_version  POST - - - - d o - protocols.begin
    protocols.begin_with_file     POST - - - - d o - protocols.begin
    protocols.away                POST - - - - d o - protocols.overview
    protocols.articles            GET  - - - - d o -
    protocols.article             GET  - - - - d o -
    protocols.reword              POST - - - - d o - protocols.article
    protocols.audience            POST - - - - d o - protocols.article
    protocols.set_kind            POST - - - - d o - protocols.article
    protocols.split               POST - - - - d o - protocols.article
    protocols.act_on              POST - - - - d o - protocols.article
    protocols.confirm_guesses     POST - - - - d o - protocols.articles
    protocols.add                 POST - - - - d o - protocols.articles
    protocols.history             GET  - - - - d o -
    protocols.undo_it             POST - - - - d o - protocols.articles
    protocols.redo_it             POST - - - - d o - protocols.articles
    protocols.find                GET  - - - - d o -
    protocols.particulars         GET  - - - - d o -
    protocols.set_title           POST - - - - d o - protocols.particulars
    protocols.set_contacts        POST - - - - d o - protocols.particulars
    protocols.set_doubt           POST - - - - d o - protocols.particulars
    protocols.set_channels        POST - - - - d o - protocols.particulars
    protocols.set_official        POST - - - - d o - protocols.particulars
    protocols.themes              GET  - - - - d o -
    protocols.theme               GET  - - - - d o -
    protocols.answer              POST - - - - d o - protocols.themes
    protocols.adopt_advice        POST - - - - d o - protocols.themes
    protocols.preview             GET  - - - - d o -
    protocols.quiz                GET  - - - - d o -
    protocols.module              GET  - - - - d o -
    protocols.play                GET  - - - - d o -
    protocols.confirm             POST - - - - d o - protocols.preview
    protocols.changes             GET  - - - - d o -
    protocols.prepare             GET  - - - - d o -
    protocols.confirm_publishing  GET  - - - - d o -
    protocols.publish_it          POST - - - - d o - protocols.prepare
    protocols.version             GET  - - - - d o -
    protocols.file                GET  - - - - d o -
    protocols.compared            GET  - - - - d o -
    protocols.compare             GET  - - - - d o -
    protocols.adopt_it            POST - - - - d o - protocols.version
"""
