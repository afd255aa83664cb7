"""What pages of several areas show alike: template globals, formats, languages, kept fragments, pictures.

Knows no area of the site; areas stand on it.
"""
