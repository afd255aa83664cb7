"""Staff who come in by an account elsewhere: a board's own providers of OpenID Connect, and who is who there."""
