"""Thirty browsers in one small process: sockets that are kept open, one answer under way on each.

Run as `python -m tests.bench.clients`. The first line of the input is a job as JSON (`port`, `workers`: their process ids,
`clients`: per client its pupils, `lessons`: played by turns, `laps`: see `walks`), answered with the number of connections
of each worker; every further line is a number of seconds to click, answered with one line of JSON.
"""

import itertools
import json
import selectors
import socket
import sys
import time
from collections.abc import Iterator
from urllib.parse import urlencode

import psutil

HEAD = (
    "POST /learn/lessons/{lesson}/{kind} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: {cookie}\r\n"
    "HX-Request: true\r\nAccept-Encoding: gzip, deflate, br, zstd\r\nAccept: */*\r\n"
    "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\n\r\n"
)
WORKERS, LOPSIDED = 2, 1
"""One worker may have this many connections more than its share."""
PATIENCE = 30.0


class Client:
    """One browser at a time; when its pupil has done a lap, the next pupil sits down."""

    def __init__(self, job: dict, lesson: str, pupils: list[dict]) -> None:
        self.job, self.lesson, self.buffer, self.sent_at = job, lesson, b"", 0.0
        self.connect()
        self.requests = self._requests(pupils)

    def connect(self) -> None:
        self.socket = socket.create_connection(("127.0.0.1", self.job["port"]))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

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
            lesson=self.lesson,
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
        received = self.socket.recv(65536)
        if not received:
            raise SystemExit("the server let a connection go: it was idle for too long, or the server ended")
        self.buffer += received
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


def split_evenly(clients: list[Client], processes: list[int]) -> list[int]:
    """Reconnect until every worker has its share; a server whose one worker is up takes all connections with that one."""
    share = len(clients) // WORKERS
    until = time.perf_counter() + PATIENCE
    while time.perf_counter() < until:
        by_port = {client.socket.getsockname()[1]: client for client in clients}
        held = [[by_port[port] for port in _ports(one) if port in by_port] for one in processes]
        sizes = [len(one) for one in held if one]
        if sum(sizes) == len(clients):
            if len(sizes) == WORKERS and max(sizes) <= share + LOPSIDED:
                return sizes
            for client in (client for one in held for client in one[share:]):
                client.socket.close()
                client.connect()
        time.sleep(0.02)
    raise SystemExit("the connections could not be split over the workers")


def _ports(process: int) -> list[int]:
    return [one.raddr.port for one in psutil.Process(process).net_connections("tcp4") if one.raddr]


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
    clients = [
        Client(job, lesson, pupils)
        for lesson, pupils in zip(itertools.cycle(job["lessons"]), job["clients"], strict=False)
    ]
    print(json.dumps(split_evenly(clients, job["workers"])), flush=True)
    selector = selectors.DefaultSelector()
    for client in clients:
        selector.register(client.socket, selectors.EVENT_READ, client)
    for line in sys.stdin:
        print(json.dumps(click_for(float(line), clients, selector)), flush=True)


if __name__ == "__main__":
    main()
