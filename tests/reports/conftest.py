"""Markdown that becomes a PDF in a file."""

import pytest

from bothhats.reports.pdf import Pages, pdf_of


@pytest.fixture
def saved(tmp_path, qapp):
    """Where the PDF of some Markdown is."""

    def save(markdown, paper="", **what):
        path = tmp_path / "pages.pdf"
        path.write_bytes(pdf_of(Pages(markdown, "A title", **what), paper))
        return path

    return save
