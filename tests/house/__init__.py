"""What the house promises: its commands, its checks, its pages."""
