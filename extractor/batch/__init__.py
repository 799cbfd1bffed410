"""Many reports: JSONL, resume, progress."""
