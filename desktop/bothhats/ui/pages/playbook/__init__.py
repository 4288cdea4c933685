"""What both hats agree on."""
