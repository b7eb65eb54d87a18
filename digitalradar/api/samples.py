"""First steps with the API, shown on its page and in docs/reference/api.md; tests run them."""

CURL = """\
curl -H "Content-Type: application/json" -H "Accept-Language: en" \\
  -d '{"profile": {"size": "10-49"}, "answers": {"sicherheit.sicherung": {"value": 2, "relevance": 3}}}' \\
  https://digital.example.org/api/v1/catalogues/digital-check/score
"""

PYTHON = """\
import json
from urllib.request import Request, urlopen

PORTAL = "https://digital.example.org"


def ask(path, body=None):
    headers = {"Content-Type": "application/json", "Accept-Language": "en"}
    data = None if body is None else json.dumps(body).encode()
    with urlopen(Request(PORTAL + path, data, headers)) as answer:
        return json.load(answer)


catalogue = ask("/api/v1/catalogues/digital-check")
questions = [question["id"] for dimension in catalogue["dimensions"] for question in dimension["questions"]]
answers = {question: {"value": 2} for question in questions}
result = ask("/api/v1/catalogues/digital-check/score", {"profile": {"size": "10-49"}, "answers": answers})
print(result["overall"]["level_shown"], [measure["id"] for measure in result["measures"][:3]])
"""
