"""Readers that misbehave as their input's name says: for tests of what surrounds them.

Workers import this module by its name, so it is no test module.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import signal
import time
from multiprocessing.connection import Connection
from pathlib import Path

from extractor.batch.report import Outcome, Reader, Settings
from extractor.batch.source import Source
from extractor.errors import InputError


def make(settings: Settings, gate: Connection | None) -> Reader:
    return read


def read(source: Source) -> Outcome:
    path = source.path
    name = Path(path).stem.rstrip("0123456789")
    if name == "hang":
        time.sleep(600)
    if name == "spin":
        while True:
            pass
    if name == "segfault":
        ctypes.string_at(0)
    if name == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    if name == "once" and not Path(path).exists():  # as when the system is short of memory for a while
        Path(path).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    if name == "exit":
        os._exit(3)
    if name == "hungry":
        bytearray(1 << 40)
    if name == "unreadable":
        raise InputError(f"{path}: no report")
    if name == "bug":
        raise ValueError("not foreseen")
    if name == "noisy":
        print("a library that talks")
    return Outcome(b'{"schema":"s","usage":{}}', hashlib.sha256(path.encode()).hexdigest())


def cannot_start(settings: Settings, gate: Connection | None) -> Reader:
    os._exit(7)
