"""Running the chapters: the one place that does, and that knows which are stale."""
