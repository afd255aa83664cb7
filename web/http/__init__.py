"""What holds for every request and answer, whatever it is about: hypermedia, errors, limits, security, actor.

Knows no area of the site; areas stand on it.
"""
