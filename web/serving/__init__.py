"""The processes of `deelwijs serve`: the service that keeps its workers, and what a worker starts with.

Stands on `web.app`; no area imports it.
"""
