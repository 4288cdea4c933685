"""Small questions that return a value; they do not write."""
