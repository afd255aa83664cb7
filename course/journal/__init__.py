"""The journal: who came in or was refused, got a new secret or a role, was erased, took what out. Added to, never changed.

Everything that tells it something stands above it, so it stands on `store` alone; nothing that signs people in could import
`privacy`, which erases and shows. Only ids are in it, so that erasing a person leaves no name here. Never imports Flask.
"""
