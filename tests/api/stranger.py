"""A stranger's script: scores firms over HTTP with nothing but Python, and writes the results.

python stranger.py ADDRESS < firms.json
"""

import json
import sys
from urllib.request import Request, urlopen


def score(portal, firm):
    body = json.dumps({"profile": firm["profile"], "answers": firm["answers"]}).encode()
    request = Request(f"{portal}/api/v1/catalogues/digital-check/score", body, {"Content-Type": "application/json"})
    with urlopen(request) as answer:
        return json.load(answer)


if __name__ == "__main__":
    firms = json.load(sys.stdin)
    json.dump({firm["id"]: score(sys.argv[1], firm) for firm in firms}, sys.stdout)
