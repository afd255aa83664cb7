"""The pieces of phone, one module per kind; each module's docstring is its grammar."""
