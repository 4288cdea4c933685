"""The colours, by what they are for (DESIGN section 3)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tokens:
    """One set for light, one for dark; each a #RRGGBB text."""

    chrome: str
    page: str
    card: str
    sunken: str
    hover: str
    select: str
    line: str
    line2: str
    edge: str
    ink: str
    ink2: str
    ink3: str
    on_ink: str
    ink_hover: str
    mkt: str
    mkt_text: str
    mkt_wash: str
    sal: str
    sal_text: str
    sal_wash: str
    both: str
    both_wash: str
    late: str
    late_wash: str
    focus: str
    toast: str
    on_toast: str

    def colour(self, name: str) -> str:
        """A token by its name."""
        return str(getattr(self, name))


LIGHT = Tokens(
    chrome="#ECE9E3", page="#F8F6F2", card="#FFFFFF", sunken="#F2EFE9", hover="#F5F2EC", select="#E9E3D7",
    line="#E2DDD3", line2="#CCC5B8", edge="#877F73", ink="#24211D", ink2="#575147", ink3="#696257", on_ink="#FFFFFF",
    ink_hover="#3D3832", mkt="#C3680A", mkt_text="#914700", mkt_wash="#FBEEDF", sal="#1B6F8A", sal_text="#125E77",
    sal_wash="#E1EEF2", both="#857C70", both_wash="#EEEAE3", late="#AD1640", late_wash="#FBE9ED", focus="#7A5AF0",
    toast="#2B2824", on_toast="#FBF9F5",
)  # fmt: skip
DARK = Tokens(
    chrome="#151412", page="#1C1A18", card="#252320", sunken="#201E1B", hover="#2C2926", select="#3A352F",
    line="#36322D", line2="#4C463F", edge="#8A8175", ink="#F2EEE7", ink2="#C2BBAF", ink3="#A8A195", on_ink="#1C1A18",
    ink_hover="#D9D3C8", mkt="#F2AA57", mkt_text="#F5B56B", mkt_wash="#3A2B1B", sal="#6CC0D7", sal_text="#7CCADF",
    sal_wash="#19323A", both="#9A9185", both_wash="#302D29", late="#FF90A5", late_wash="#41212A", focus="#A08CFF",
    toast="#F2EEE7", on_toast="#1C1A18",
)  # fmt: skip
