"""The runtime of this client: plain code that no document changes."""
