"""The oracle, judged by others."""
