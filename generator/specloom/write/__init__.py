"""What changes on disk? `Files` and a folder -> `Changes`."""
