"""What documents and packages cost: measured, never asserted."""
