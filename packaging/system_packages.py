"""Which system libraries Qt wants, by package manager, and how they are installed or asked for."""

import os
import shutil
import subprocess
import sys

APT = {
    "window": [
        "libgl1",
        "libegl1",
        "libx11-6",
        "libxkbcommon0",
        "libglib2.0-0",
        "libfontconfig1",
        "libfreetype6",
        "libdbus-1-3",
        "fonts-dejavu-core",
        "libxcb-cursor0",
        "libxkbcommon-x11-0",
        "libxcb-icccm4",
        "libxcb-keysyms1",
        "libxcb-xkb1",
        "libxcb-shape0",
        "libxcb-util1",
        "libxcb-image0",
        "libxcb-randr0",
        "libxcb-render-util0",
        "libxcb-render0",
        "libxcb-shm0",
        "libxcb-sync1",
        "libxcb-xfixes0",
        "libx11-xcb1",
        "libxcb1",
        "libwayland-client0",
        "libwayland-cursor0",
    ],
    "display": ["xvfb", "xauth"],
    "venv": ["python3-venv"],
}
DNF = {
    "window": [
        "xcb-util-cursor",
        "xcb-util-image",
        "xcb-util-keysyms",
        "xcb-util-renderutil",
        "xcb-util-wm",
        "libxkbcommon-x11",
        "mesa-libEGL",
        "mesa-libGL",
        "fontconfig",
        "dbus-libs",
        "dejavu-sans-fonts",
    ],
    "display": ["xorg-x11-server-Xvfb", "xorg-x11-xauth"],
    "venv": ["python3-pip"],
}
PACMAN = {
    "window": [
        "xcb-util-cursor",
        "xcb-util-image",
        "xcb-util-keysyms",
        "xcb-util-renderutil",
        "xcb-util-wm",
        "libxkbcommon-x11",
        "libglvnd",
        "fontconfig",
        "ttf-dejavu",
    ],
    "display": ["xorg-server-xvfb", "xorg-xauth"],
    "venv": ["python-pip"],
}
ZYPPER = {
    "window": [
        "libxcb-cursor0",
        "libxcb-icccm4",
        "libxcb-image0",
        "libxcb-keysyms1",
        "libxcb-render-util0",
        "libxkbcommon-x11-0",
        "libgthread-2_0-0",
        "Mesa-libEGL1",
        "dejavu-fonts",
    ],
    "display": ["xorg-x11-server-Xvfb", "xauth"],
    "venv": ["python3-pip"],
}
FAMILIES = (
    ("apt-get", ["apt-get", "install", "-y", "--no-install-recommends"], APT),
    ("dnf", ["dnf", "install", "-y"], DNF),
    ("pacman", ["pacman", "-S", "--noconfirm", "--needed"], PACMAN),
    ("zypper", ["zypper", "--non-interactive", "install"], ZYPPER),
)


def family(which=shutil.which):
    """The package manager of this machine: its name, its install command, its package lists; None where unknown."""
    for name, command, packages in FAMILIES:
        if which(name):
            return name, command, packages
    return None


def install(purpose):
    """Install the packages for `window`, `display` or `venv`, or say in one line what to do and stop."""
    found = family()
    if found is None:
        sys.exit(
            "Some system libraries are missing, and this system's package manager is not known here. Install "
            + wanted()
        )
    name, command, packages = found
    command = command + packages[purpose]
    if os.geteuid() == 0:
        prefix = []
    elif shutil.which("sudo") and sys.stdin.isatty():
        prefix = ["sudo"]
    else:
        print("Some system libraries are missing. Install them with:\n    sudo " + " ".join(command))
        sys.exit(3)
    print("Installing system packages: " + " ".join(packages[purpose]), flush=True)
    if name == "apt-get":
        subprocess.call(prefix + ["apt-get", "update", "-qq"])
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    if subprocess.call(prefix + command, env=environment, stdout=subprocess.DEVNULL):
        sys.exit("They could not be installed. Try it yourself:\n    " + " ".join(["sudo"] + command))


def wanted():
    return "the equivalents of (Debian's names): " + " ".join(APT["window"])
