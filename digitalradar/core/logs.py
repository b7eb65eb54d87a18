"""Log lines: JSON for machines, plain for a terminal. Both are masked, and one event is never two lines by trick."""

import json
import logging
from datetime import UTC, datetime

from .masking import mask
from .middleware.request_id import current_request_id

# Our lines tell nothing of threads and processes, so nothing of them is collected (logging howto, "Optimization").
logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False

FIELDS = ("method", "path", "status", "ms")
CONTROL = {code: f"\\x{code:02x}" for code in (*range(32), 127) if chr(code) not in "\t\n"}


class CalmRefusals(logging.Filter):
    """Tell requests that Django refused as unsafe in one line: anybody can send them, so they are no errors of ours."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.name.startswith("django.security"):
            record.levelno, record.levelname = logging.WARNING, "WARNING"
            record.exc_info = None
        return True


class JsonFormatter(logging.Formatter):
    """One object per line: time (UTC), level, logger, message, request id, and what ``extra`` knows of ``FIELDS``."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": mask(record.getMessage()),
            "request": current_request_id.get(),
        }
        for field in FIELDS:
            if (value := getattr(record, field, None)) is not None:
                line[field] = mask(value) if isinstance(value, str) else value
        if record.exc_info:
            line["error"] = mask(self.formatException(record.exc_info))
        return json.dumps(line, ensure_ascii=False, default=str)


class TextFormatter(logging.Formatter):
    """One line for people: time, level, message, and the method, path, status and milliseconds of a request."""

    def format(self, record: logging.LogRecord) -> str:
        clock = datetime.fromtimestamp(record.created).strftime("%H:%M:%S")
        told = " ".join(str(getattr(record, field)) for field in FIELDS if getattr(record, field, None) is not None)
        message = mask(f"{record.getMessage()} {told}".strip()).replace("\n", "\\n").translate(CONTROL)
        line = f"{clock} {record.levelname:<7} {message}"
        if record.exc_info:
            line += "\n" + mask(self.formatException(record.exc_info)).translate(CONTROL)
        return line
