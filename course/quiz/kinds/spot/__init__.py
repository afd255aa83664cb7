"""A question that a picture answers: what does it give away? Places in it are tapped; a list beside it is their twin."""
