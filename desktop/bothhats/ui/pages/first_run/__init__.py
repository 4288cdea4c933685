"""What a new owner sees: two hats, one sentence, three ways in."""
