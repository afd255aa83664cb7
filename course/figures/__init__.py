"""What directors, teachers and officers see: queries only, on counters that learning keeps with the write.

Writes nothing but what `learning.first_choices` releases; never imports Flask.
"""
