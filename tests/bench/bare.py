"""The least that a site like this starts with: Flask, SQLAlchemy, and one page that asks the database something."""

from flask import Flask
from sqlalchemy import create_engine, text


def make() -> Flask:
    app, engine = Flask("bare"), create_engine("sqlite://")

    @app.get("/")
    def page() -> str:
        with engine.connect() as conn:
            return str(conn.execute(text("SELECT 1")).scalar())

    return app
