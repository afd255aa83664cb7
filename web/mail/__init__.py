"""Letters in words, and who sends them: a thread beside each web process, or `deelwijs mail`."""
