"""Reads a PDF back with the tools of poppler, independently of us."""

import re
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest

needs_poppler = pytest.mark.skipif(
    not all(shutil.which(tool) for tool in ("pdftotext", "pdfinfo", "pdftoppm")),
    reason="pdftotext, pdfinfo and pdftoppm are missing: install poppler-utils",
)

_EMBEDDING = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def run(tool: str, *arguments: str) -> str:
    """What a tool prints."""
    return subprocess.run([tool, *arguments], check=True, capture_output=True, text=True, encoding="utf-8").stdout


def text_of(pdf: Path) -> str:
    """All words on all pages, one blank between; letters in their plain form."""
    return words_of(run("pdftotext", "-enc", "UTF-8", str(pdf), "-"))


def words_of(text: str) -> str:
    """The words of any text, in the same form as those of a PDF."""
    plain = unicodedata.normalize("NFKC", _EMBEDDING.sub(" ", text))
    return " ".join(plain.split())


def facts_of(pdf: Path) -> dict[str, str]:
    """What pdfinfo says."""
    lines = (line.partition(":") for line in run("pdfinfo", str(pdf)).splitlines())
    return {name: value.strip() for name, _, value in lines}


def darkness(pdf: Path, folder: Path) -> tuple[float, float]:
    """The share of dark and of light pixels on the first page."""
    run("pdftoppm", "-r", "40", "-gray", "-singlefile", str(pdf), str(folder / "page"))
    content = (folder / "page.pgm").read_bytes().split(b"\n", 3)[-1]
    dark = sum(pixel < 128 for pixel in content)
    return dark / len(content), sum(pixel > 250 for pixel in content) / len(content)
