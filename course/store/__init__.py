"""Where rows live: one engine per process, reads that never wait, writes that queue, and the migrations.

Plumbing only: knows no table of the packages above it, and never imports Flask.
"""
