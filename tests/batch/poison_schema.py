"""The schema of annual reports, but a report misbehaves when it has received a certain number of requests."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import time
from dataclasses import replace
from typing import Self

from pydantic import model_validator

from extractor import load_schema

REPORTS = load_schema("annual_report")
HANG, KILLED, SEGFAULT, HUNGRY, NOISY, SLOW = range(9001, 9007)


class Poison(REPORTS.record):  # type: ignore[name-defined, misc]
    """A record that is poison to whoever checks it."""

    @model_validator(mode="after")
    def misbehave(self) -> Self:
        match self.requests.received.total:
            case 9001:
                time.sleep(600)
            case 9002:
                os.kill(os.getpid(), signal.SIGKILL)
            case 9003:
                ctypes.string_at(0)
            case 9004:
                bytearray(1 << 40)
            case 9005:
                print("a library that talks")
                sys.stdout.flush()
                os.write(1, b"and one that talks past Python\n")
            case 9006:
                for _ in range(20):
                    time.sleep(0.1)
        return self


SCHEMA = replace(REPORTS, record=Poison)


def report(received: int) -> str:
    """A report that has received so many requests."""
    return f"清河县人民政府2023年政府信息公开工作年度报告\n全年共收到政府信息公开申请{received}件。\n"
