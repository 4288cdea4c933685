"""What the machine lends us."""
