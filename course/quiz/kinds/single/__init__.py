"""A question with one right option."""
