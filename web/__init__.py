"""Everything of Deelwijs that needs a browser: routes, templates and static files.

Thin: a route reads the request, calls one function of `course`, and answers.
"""
