"""Requests within this process: what a page takes by itself, without a network, a server or anybody else."""

import io
import statistics
import sys
import time
from urllib.parse import urlencode

from flask import Flask

from course.library import Library, default_content_root
from course.store.store import Store
from tests.bench.classes import SECRET, Pupil
from web.app import make_app
from web.config import Config


def an_app(store: Store, library: Library) -> Flask:
    """The real application on a store that is open already."""
    config = Config(database="", content=default_content_root(), secret_key=SECRET)
    return make_app(config, store=store, library=library)


def ask(app: Flask, who: Pupil, path: str, form: dict[str, str] | None = None) -> tuple[float, bytes]:
    """One request as a browser with htmx sends it; gives the seconds and the body, and fails on any other status."""
    body = urlencode(form or {}).encode()
    environ = {
        "REQUEST_METHOD": "POST" if form else "GET",
        "PATH_INFO": path,
        "SCRIPT_NAME": "",
        "QUERY_STRING": "",
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "8000",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": "127.0.0.1:8000",
        "HTTP_COOKIE": who.cookie,
        "HTTP_ACCEPT_ENCODING": who.accepts,
        "CONTENT_TYPE": "application/x-www-form-urlencoded",
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": sys.stderr,
    }
    if form:
        environ["HTTP_HX_REQUEST"] = "true"
    said: list[str] = []
    begun = time.perf_counter()
    content = b"".join(app.wsgi_app(environ, lambda status, *_: said.append(status)))
    took = time.perf_counter() - begun
    assert said[0].startswith("200"), (path, said, content[:300])
    return took, content


def median_ms(seconds: list[float]) -> float:
    return statistics.median(seconds) * 1e3
