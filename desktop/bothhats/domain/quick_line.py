"""One typed line becomes a draft of a lead: `Jane Doe, Acme, jane@acme.com, 2400, follow up next tue`."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from bothhats.domain import quick_line_words as words
from bothhats.domain.draft_lead import DraftLead, QuickLineNames, Understood
from bothhats.domain.money import NotAnAmount, parse_amount
from bothhats.domain.name_matching import folded
from bothhats.domain.typed_date import FoundDate, find_date


def read_quick_line(line: str, today: date, known: QuickLineNames, *, day_first: bool = True) -> DraftLead:
    """Parts are parted by commas; the first that is nothing else is the name, the second the company."""
    reader = _LineReader(line, line, today, known, day_first)
    reader.take_out(words.TAG, reader.take_tag)
    reader.take_out(words.EMAIL, reader.take_email)
    reader.take_out(words.URL, reader.take_website)
    for start, end in _parts(reader.rest):
        reader.read_part(start, end)
    return reader.draft()


def _parts(text: str) -> Iterable[tuple[int, int]]:
    """The parts between separators, without outer blanks; a comma inside an amount parts nothing."""
    start = 0
    for match in [*words.SEPARATOR.finditer(text), None]:
        end = match.start() if match else len(text)
        part = text[start:end]
        if part.strip():
            left = len(part) - len(part.lstrip())
            yield start + left, start + len(part.rstrip())
        start = match.end() if match else end


_Take = Callable[[re.Match[str]], bool]


@dataclass(slots=True)
class _LineReader:
    """The line while it is read; what was taken out of `rest` is blank there, so that places stay what they are."""

    line: str
    rest: str
    today: date
    known: QuickLineNames
    day_first: bool
    texts: dict[str, str] = field(default_factory=dict)
    value: int | None = None
    follow_up_on: date | None = None
    tags: list[str] = field(default_factory=list)
    notes: list[tuple[int, str]] = field(default_factory=list)
    understood: list[Understood] = field(default_factory=list)

    def draft(self) -> DraftLead:
        """What has come together."""
        return DraftLead(
            **self.texts,
            value=self.value,
            tags=tuple(self.tags),
            follow_up_on=self.follow_up_on,
            notes=", ".join(note for _, note in sorted(self.notes)),
            understood=tuple(sorted(self.understood, key=lambda span: (span.start, span.end))),
        )

    def take_out(self, pattern: re.Pattern[str], take: _Take) -> None:
        """Give each match away and blank it; a match that nobody wants stays."""
        for match in pattern.finditer(self.rest):
            if take(match):
                self.rest = self.rest[: match.start()] + " " * len(match.group()) + self.rest[match.end() :]

    def take_tag(self, match: re.Match[str]) -> bool:
        """A tag; one that is called like a source is the source."""
        source = _named(match[1], self.known.sources)
        if source and "source" not in self.texts:
            self._fill("source", source, match.start(), match.end())
        else:
            if folded(match[1]) not in map(folded, self.tags):
                self.tags.append(match[1])
            self._mark("tags", match.start(), match.end())
        return True

    def take_email(self, match: re.Match[str]) -> bool:
        """The first address; others stay where they are."""
        return self._fill("email", match[1], match.start(), match.end())

    def take_website(self, match: re.Match[str]) -> bool:
        """The first website; others stay where they are."""
        return self._fill("website", match.group(), match.start(), match.end())

    def read_part(self, start: int, end: int) -> None:
        """Find out what a part is, the surest first."""
        text = " ".join(self.rest[start:end].split())
        readers = (self._read_source, self._read_campaign, self._read_known_name, self._read_follow_up)
        if any(read(text, start, end) for read in (self._read_website, self._read_day, self._read_phone)):
            return
        if any(read(text, start, end) for read in (self._read_value, *readers)):
            return
        name = next((name for name in ("name", "company") if name not in self.texts), None)
        if name is None or not self._fill(name, text, start, end):
            self._note(start, end)

    def _read_website(self, text: str, start: int, end: int) -> bool:
        return bool(words.DOMAIN.fullmatch(text)) and self._fill("website", text, start, end)

    def _read_day(self, text: str, start: int, end: int) -> bool:
        found = find_date(text, self.today, day_first=self.day_first)
        is_whole = found is not None and found.end - found.start == len(text)
        return is_whole and found is not None and self._follow_up(found.on, "", start, end)

    def _read_phone(self, text: str, start: int, end: int) -> bool:
        match = words.PHONE.fullmatch(text)
        is_long = sum(char.isdecimal() for char in text) >= words.LEAST_PHONE_DIGITS
        return match is not None and is_long and self._fill("phone", match[1], start, end)

    def _read_value(self, text: str, start: int, end: int) -> bool:
        match = words.VALUE.fullmatch(text)
        amount = parse_amount(match[1], self.known.currency, self.known.marks) if match else NotAnAmount("")
        if match is None or isinstance(amount, NotAnAmount) or not self._fill("value_text", match[1], start, end):
            return False
        self.value = amount
        return True

    def _read_source(self, text: str, start: int, end: int) -> bool:
        match = words.SOURCE.fullmatch(text)
        if match is None or "name" not in self.texts:
            return False
        source = _named(match[1], self.known.sources)
        campaign = _named(match[1], self.known.campaigns)
        if campaign and not source:
            return self._fill("campaign", campaign, start, end)
        return self._fill("source", source or match[1], start, end)

    def _read_campaign(self, text: str, start: int, end: int) -> bool:
        match = words.CAMPAIGN.fullmatch(text)
        if match is None or "name" not in self.texts:
            return False
        name = match[1] or match[2]
        return self._fill("campaign", _named(name, self.known.campaigns) or name, start, end)

    def _read_known_name(self, text: str, start: int, end: int) -> bool:
        if "name" not in self.texts:
            return False
        for name, names in (("source", self.known.sources), ("campaign", self.known.campaigns)):
            known = _named(text, names)
            if known and self._fill(name, known, start, end):
                return True
        return False

    def _read_follow_up(self, text: str, start: int, end: int) -> bool:
        """Something to do, with or without its day; a company may have a day behind it."""
        if "name" not in self.texts:
            return False
        found = find_date(text, self.today, day_first=self.day_first)
        if self._is_doing(text):
            return self._follow_up(found.on if found else None, _without(text, found), start, end)
        if found is None or not self._is_meant(text, found):
            return False
        if "company" in self.texts:
            return self._follow_up(found.on, _without(text, found), start, end)
        if self.follow_up_on is not None or found.end != len(text):
            return False
        self.follow_up_on = found.on
        self._mark("follow_up_on", start, end)
        return self._fill("company", _without(text, found), start, end)

    def _is_doing(self, text: str) -> bool:
        first = text.split(" ", 1)[0]
        return first.lower() in words.DOING and ("company" in self.texts or first[:1].islower())

    def _is_meant(self, text: str, found: FoundDate) -> bool:
        """`Black Friday` is a company, `Berg Bakery fri` has a day behind it."""
        phrase = text[found.start : found.end]
        return "company" in self.texts or " " in phrase or phrase == phrase.lower()

    def _follow_up(self, on: date | None, doing: str, start: int, end: int) -> bool:
        is_taken = (on is not None and self.follow_up_on is not None) or (doing and "next_step" in self.texts)
        if is_taken:
            return False
        if doing:
            self._fill("next_step", doing, start, end)
        if on is not None:
            self.follow_up_on = on
            self._mark("follow_up_on", start, end)
        return True

    def _fill(self, name: str, text: str, start: int, end: int) -> bool:
        if name in self.texts or not text:
            return False
        self.texts[name] = text
        self._mark(name, start, end)
        return True

    def _note(self, start: int, end: int) -> None:
        self.notes.append((start, " ".join(self.rest[start:end].split())))
        self._mark("notes", start, end)

    def _mark(self, name: str, start: int, end: int) -> None:
        self.understood.append(Understood(name, start, end))


def _without(text: str, found: FoundDate | None) -> str:
    """The words around a date, `by` and the like before it gone with it."""
    if found is None:
        return text
    before = re.sub(r"\s+(?:on|by|until|bis|am)$", "", text[: found.start].rstrip(), flags=re.IGNORECASE)
    return " ".join(f"{before} {text[found.end :]}".split())


def _named(name: str, names: Iterable[str]) -> str | None:
    form = folded(name)
    return next((known for known in names if folded(known) == form), None)
