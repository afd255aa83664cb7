"""A question whether one act may be done, to which the school's own protocol is the answer key."""
