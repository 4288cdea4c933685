"""What a lead without a key of its own goes by in files, so that a list that went out can be brought back onto it."""


def given_key(lead_id: int, recorded_at: str) -> str:
    """The same as long as the lead lives, and not that of a lead in another file."""
    return f"BH-{lead_id}-{''.join(letter for letter in recorded_at if letter.isdecimal())}"
