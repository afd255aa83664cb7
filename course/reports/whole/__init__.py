"""A whole school as one file: asked for, made a part at a time beside the requests, and gone after a day.

Holds little of a school at any moment, however large it is: see docs/decisions on files that are made in parts.
"""
