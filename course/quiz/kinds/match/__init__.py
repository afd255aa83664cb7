"""A question in which each thing is given its partner."""
