"""Where a command serves: an address and a port that exist and are free, or a refusal in a line."""

from __future__ import annotations

import errno
import ipaddress
import os
import socket

import click

PORT = click.IntRange(1, 65535)


def address(_: click.Context, __: click.Parameter, value: str) -> str:
    """Take an IP address as an option's value, for the server takes no names; everybody means one by `localhost`."""
    if value == "localhost":
        return "127.0.0.1"
    try:
        return str(ipaddress.ip_address(value))
    except ValueError:
        raise click.BadParameter(f"{value!r} is no IP address, such as 127.0.0.1 or 0.0.0.0") from None


def refuse_if_taken(host: str, port: int) -> None:
    """End with a line where nothing can listen; to be asked before the address is shown to anybody."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise click.ClickException(_why(error, host, port)) from error


def _why(error: OSError, host: str, port: int) -> str:
    remedy = "Stop what uses it, or name another with --port."
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} of {host} is in use. {remedy}"
    if error.errno == errno.EACCES:
        return f"Port {port} of {host} may not be used by this account. Name one above 1023 with --port."
    return f"Nothing can listen on port {port} of {host}: {os.strerror(error.errno or 0)}."
