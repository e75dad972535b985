"""Write it down: `Package` and templates -> `Files`."""
