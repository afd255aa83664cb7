"""Where a command serves: an address and a port that exist and are free, or a refusal in a line."""

from __future__ import annotations

import errno
import ipaddress
import os
import socket
from typing import TYPE_CHECKING

import click

from cli.language import Failed, said
from course.reading.foreign import in_our_words
from course.reading.told import told

if TYPE_CHECKING:
    from course.reading.told import Told

PORT = click.IntRange(1, 65535)


def address(_: click.Context, __: click.Parameter, value: str) -> str:
    """Take an IP address as an option's value, for the server takes no names; everybody means one by `localhost`."""
    if value == "localhost":
        return "127.0.0.1"
    try:
        return str(ipaddress.ip_address(value))
    except ValueError:
        no_address = told("%(value)r is no IP address, such as 127.0.0.1 or 0.0.0.0", value=value)
        raise click.BadParameter(said(no_address)) from None


def refuse_if_taken(host: str, port: int) -> None:
    """End with a line where nothing can listen; to be asked before the address is shown to anybody."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise Failed(_why(error, host, port)) from error


def _why(error: OSError, host: str, port: int) -> Told:
    if error.errno == errno.EADDRINUSE:
        return told(
            "Port %(port)s of %(host)s is in use. Stop what uses it, or name another with --port.",
            port=port,
            host=host,
        )
    if error.errno == errno.EACCES:
        return told(
            "Port %(port)s of %(host)s may not be used by this account. Name one above 1023 with --port.",
            port=port,
            host=host,
        )
    why = in_our_words(os.strerror(error.errno or 0))
    return told("Nothing can listen on port %(port)s of %(host)s: %(why)s.", port=port, host=host, why=why)
