"""What staff show beside a password: a code of an app, a passkey, or a recovery code; and when one of these is asked for."""
