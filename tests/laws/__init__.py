"""What holds for everything that is generated."""
