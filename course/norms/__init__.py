"""What may be done at a school: acts, articles, protocols and the law, and the verdict they give.

Pure: values in, values out. Never imports SQLAlchemy, Flask or anything of the other packages.
"""
