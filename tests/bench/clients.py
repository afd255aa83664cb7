"""Thirty browsers in one small process: sockets that are kept open, one answer under way on each.

Run as `python -m tests.bench.clients`. The first line of the input is a job as JSON (`port`, `clients`: per client its
pupils, `laps`: see `walks`); every further line is a number of seconds to click, answered with one line of JSON.
"""

import itertools
import json
import selectors
import socket
import sys
import time
from collections.abc import Iterator
from urllib.parse import urlencode

HEAD = (
    "POST /learn/lessons/{lesson}/{kind} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: {cookie}\r\n"
    "HX-Request: true\r\nAccept-Encoding: gzip, deflate, br, zstd\r\nAccept: */*\r\n"
    "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\r\n"
)


class Client:
    """One browser at a time; when its pupil has done a lap, the next pupil sits down."""

    def __init__(self, job: dict, pupils: list[dict]) -> None:
        self.job, self.buffer, self.sent_at = job, b"", 0.0
        self.socket = socket.create_connection(("127.0.0.1", job["port"]))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.requests = self._requests(pupils)

    def _requests(self, pupils: list[dict]) -> Iterator[bytes]:
        for turn in itertools.count():
            moves = self.job["laps"][min(turn, 1)]
            for pupil in pupils:
                for place, move in enumerate(moves):
                    step = place + len(moves) * turn
                    yield self._request(pupil, move, step)

    def _request(self, pupil: dict, move: dict, step: int) -> bytes:
        body = urlencode({"csrf_token": pupil["csrf"], "step": step, **move["fields"]})
        head = HEAD.format(
            lesson=self.job["lesson"],
            kind=move["kind"],
            port=self.job["port"],
            cookie=pupil["cookie"],
            length=len(body),
        )
        return (head + body).encode()

    def click(self) -> None:
        request = next(self.requests)
        self.sent_at = time.perf_counter()
        self.socket.sendall(request)

    def arrived(self) -> tuple[float, int] | None:
        """Read on; the seconds and the bytes of the body once the answer is whole."""
        self.buffer += self.socket.recv(65536)
        head, found, body = self.buffer.partition(b"\r\n\r\n")
        if not found:
            return None
        if not head.startswith(b"HTTP/1.1 200"):
            raise SystemExit(f"an answer went wrong: {self.buffer[:600]!r}")
        length = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])
        if len(body) < length:
            return None
        self.buffer = b""
        return time.perf_counter() - self.sent_at, length


def click_for(seconds: float, clients: list[Client], selector: selectors.BaseSelector) -> dict:
    """Keep every client clicking for so long, then wait for what is under way."""
    begun = time.perf_counter()
    latencies: list[float] = []
    sizes = 0
    for client in clients:
        client.click()
    under_way = len(clients)
    while under_way:
        for key, _ in selector.select():
            if (done := key.data.arrived()) is None:
                continue
            latencies.append(done[0])
            sizes += done[1]
            if time.perf_counter() - begun < seconds:
                key.data.click()
            else:
                under_way -= 1
    return {"seconds": time.perf_counter() - begun, "latencies": latencies, "bytes": sizes}


def main() -> None:
    job = json.loads(sys.stdin.readline())
    clients = [Client(job, pupils) for pupils in job["clients"]]
    selector = selectors.DefaultSelector()
    for client in clients:
        selector.register(client.socket, selectors.EVENT_READ, client)
    for line in sys.stdin:
        print(json.dumps(click_for(float(line), clients, selector)), flush=True)


if __name__ == "__main__":
    main()
