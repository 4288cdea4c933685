"""What the business means; standard library only."""
