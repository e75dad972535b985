"""What must travel? An independent reading of an `Api` for tests."""
