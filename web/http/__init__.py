"""What holds for every request and answer, whatever it is about: hypermedia, errors, limits, security, identity.

Knows no area of the site; areas stand on it.
"""
