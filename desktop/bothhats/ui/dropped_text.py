"""What is dropped on the window as a person: a vCard, a saved email, a text."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData

from bothhats.domain.problems import KnownProblem
from bothhats.exchange.text_encoding import decode

ENDINGS = (".vcf", ".vcard", ".eml", ".txt")
LISTS = (".csv", ".tsv", ".xlsx")
MOST_BYTES = 5_000_000


def is_welcome(mime: QMimeData) -> bool:
    """Whether the window takes it: files of these endings, or text that is no file."""
    files = _files(mime)
    if mime.hasUrls():
        return bool(files) and all(file.suffix.lower() in ENDINGS for file in files)
    return mime.hasText()


def list_in(mime: QMimeData) -> Path | None:
    """The one file that was dropped, where it is a list to import; a vCard of many people is none."""
    files = _files(mime)
    return files[0] if len(files) == 1 and files[0].suffix.lower() in LISTS else None


def text_of(mime: QMimeData) -> str:
    """The text of what was dropped, of several files one after the other. Raises KnownProblem."""
    files = _files(mime)
    return "\n".join(map(_read, files)) if files else mime.text()


def _files(mime: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def _read(file: Path) -> str:
    try:
        if file.stat().st_size > MOST_BYTES:
            words = _tr("{name} is too large for one lead.")
            raise KnownProblem(words.format(name=file.name), _tr("Import it as a list."))
        content = file.read_bytes()
    except OSError as error:
        words = _tr("{name} cannot be read.").format(name=file.name)
        raise KnownProblem(words, _tr("Check its permissions, or copy its text instead.")) from error
    try:
        return decode(content)[0]
    except KnownProblem as problem:
        raise KnownProblem(_tr("{name} is no text.").format(name=file.name), _tr("Nothing was added.")) from problem


def _tr(words: str) -> str:
    return QCoreApplication.translate("DroppedText", words)
