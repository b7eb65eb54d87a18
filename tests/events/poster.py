"""A process of its own that sends forms to a running portal: ``poster.py PORT MOMENT PATH ...``

All are sent at one moment (a Unix time), each by its own thread. Prints the answers' states, one to a line. Uses
nothing but the standard library, so that it starts fast.
"""

import http.client
import sys
import threading
import time
from urllib.parse import urlencode

TOKEN = "a" * 32  # any token will do as long as cookie and form agree


def send(port: int, moment: float, path: str, states: list[int]) -> None:
    path, _, body = path.partition("?")
    fields = urlencode({"csrfmiddlewaretoken": TOKEN}) + ("&" + body if body else "")
    headers = {
        "Cookie": f"csrftoken={TOKEN}",
        "Origin": f"http://127.0.0.1:{port}",
        "Content-Type": "application/x-www-form-urlencoded",
    }
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.connect()
    time.sleep(max(0.0, moment - time.time()))
    connection.request("POST", path, fields, headers)
    states.append(connection.getresponse().status)


def main() -> None:
    port, moment, states = int(sys.argv[1]), float(sys.argv[2]), []
    threads = [threading.Thread(target=send, args=(port, moment, path, states)) for path in sys.argv[3:]]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    sys.stdout.write("".join(f"{state}\n" for state in states))


if __name__ == "__main__":
    main()
