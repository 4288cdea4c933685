"""Today, and the week ahead that takes its place at the first launch of a week."""
