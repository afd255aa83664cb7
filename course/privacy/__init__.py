"""What somebody may ask about the own data, and how long anything is kept: export, erasure, register, retention.

Stands above everything that keeps something of a person. Never imports Flask.
"""
