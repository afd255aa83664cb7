"""A question whose steps are put in the right order."""
