"""A display for the tests: the one there is, or an Xvfb of their own that ends with them."""

import contextlib
import os
import shutil
import subprocess

import bootstrap
import system_packages


@contextlib.contextmanager
def display():
    environment = dict(os.environ)
    environment.pop("QT_QPA_PLATFORM", None)
    if bootstrap.has_display() or not bootstrap.is_linux():
        yield environment
        return
    if not shutil.which("Xvfb"):
        system_packages.install("display")
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as answer:
        number = answer.readline().strip()
    environment["DISPLAY"] = ":" + number
    environment["QT_QPA_PLATFORM"] = "xcb"
    try:
        yield environment
    finally:
        server.terminate()
        server.wait()
