"""The journal: who came in, who was refused, who got a new secret, who took what out. It is added to and never changed.

Everything that tells it something stands above it, so it stands on `store` alone; nothing that signs people in could import
`privacy`, which erases and shows. Only ids are in it, so that erasing a person leaves no name here. Never imports Flask.
"""
