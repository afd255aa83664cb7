"""What who leads the talk about a module reads of it: what it trains at this school, and how its lessons go.

Nothing is kept here; of groups it asks what `course.figures` lets out.
"""
