"""What can be set, with a hint for each."""
