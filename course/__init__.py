"""Everything of Deelwijs that is true without a browser.

Never imports `web`, Flask, Jinja or Werkzeug. The pure half (`norms`, `scenario`, `quiz`, `curriculum`, `library`) uses
the standard library and its readers only; `people`, `learning`, `goals` and `reports` stand on `store`.
"""
