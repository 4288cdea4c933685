"""Where a piece of content lies, opened by the system: a link in the browser, a file in its program; never fetched."""

from mimetypes import guess_type
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

from bothhats.domain.contact_links import web_link
from bothhats.domain.problems import Refused


def open_place(place: str, beside: Path) -> None:
    """Hand it to the system. Raises Refused for nothing, or for a file that is not there.

    A file without a folder is sought beside the pipeline file `beside`.
    """
    if not place.strip():
        raise Refused(_tr("No link and no file stands there."), _tr("Paste a link, or choose a file."))
    path = Path(place.strip()).expanduser()
    found = path if path.is_absolute() else beside.parent / path
    link = None if path.is_absolute() or _looks_like_a_file(place) else web_link(place)
    if found.exists():
        url = QUrl.fromLocalFile(str(found))
    elif link:
        url = QUrl(link)
    else:
        raise Refused(_tr("{place} is not there.").format(place=place.strip()), _tr("Choose the file again."))
    if not QDesktopServices.openUrl(url):
        raise Refused(_tr("Nothing here opens {place}.").format(place=place.strip()), _tr("Open it by hand."))


def _looks_like_a_file(place: str) -> bool:
    """ "Welcome.pdf" is no site; "holt.com" is one."""
    kind, _ = guess_type(place.strip())
    return "/" not in place and kind is not None and not place.strip().lower().endswith(".com")


def _tr(text: str) -> str:
    return QCoreApplication.translate("AssetPlaces", text)
