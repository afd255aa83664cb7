"""A question with several right options, of which all are asked."""
