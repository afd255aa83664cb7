"""What readers say is wrong in the course: kept without who said it, until it is dealt with, a year at most.

Imports people and the store; never the web.
"""
