"""The monthly review: the two hats sit down together."""
