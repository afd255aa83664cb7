"""What can be guessed: every decision and question by the words of its options alone, and what these words give away.

Pure: stands on `library`; imports no store and no browser.
"""
