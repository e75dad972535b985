"""What Python is that? `Api` and `Names` -> `Package`."""
