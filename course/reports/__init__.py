"""What directors, teachers and officers see: queries only, on counters that learning keeps with the write.

Never writes; never imports Flask.
"""
