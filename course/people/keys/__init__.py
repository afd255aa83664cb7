"""Keys that a board has of its own: made once, kept closed away under the installation's secret key.

Stands on `people` and `store`; never imports Flask.
"""
