"""Letters to staff: put down in the transaction of what they tell of, and sent while nobody waits."""
