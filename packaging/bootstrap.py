"""Make the environment from the lock file, once; find out which system libraries are missing."""

import glob
import hashlib
import os
import shutil
import subprocess
import sys

import system_packages

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
NEEDED = (3, 11)
NEWER = ["python3.14", "python3.13", "python3.12", "python3.11"]


def is_linux():
    return sys.platform.startswith("linux")


def has_display():
    return not is_linux() or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def environment(lock):
    """The Python of an environment that has everything the lock file names; made where it is missing or old."""
    find_python()
    stamp = os.path.join(VENV, "stamp-" + lock)
    wanted = fingerprint(os.path.join(ROOT, "packaging", lock))
    python = venv_python()
    if os.path.exists(python) and read(stamp) == wanted:
        return python
    print("Making the environment in .venv (once; some minutes, some 400 MB) ...", flush=True)
    if not os.path.exists(python):
        make_venv()
    install_requirements(python, lock)
    put_on_path(python)
    with open(stamp, "w") as file:
        file.write(wanted)
    return python


def find_python():
    """Go on with a Python that is new enough, or say which one is needed."""
    if sys.version_info >= NEEDED:
        return
    for name in NEWER:
        path = shutil.which(name)
        if path:
            os.execv(path, [path] + sys.argv)
    sys.exit("Both Hats needs Python 3.11 or newer; this is %d.%d. Install it and try again." % sys.version_info[:2])


def fingerprint(path):
    with open(path, "rb") as file:
        content = file.read()
    return hashlib.sha256(content + sys.version.encode() + ROOT.encode()).hexdigest()


def read(path):
    try:
        with open(path) as file:
            return file.read()
    except OSError:
        return ""


def venv_python():
    return os.path.join(VENV, "Scripts", "python.exe") if os.name == "nt" else os.path.join(VENV, "bin", "python")


def make_venv():
    """By venv; where ensurepip is missing, without pip and with the system's own; where that is missing too, by apt."""
    if can_import("ensurepip") and can_import("venv"):
        subprocess.check_call([sys.executable, "-m", "venv", VENV])
        return
    if not can_import("pip"):
        system_packages.install("venv")
        subprocess.check_call([sys.executable, "-m", "venv", VENV])
        return
    subprocess.check_call([sys.executable, "-m", "venv", "--without-pip", VENV])


def can_import(name):
    return subprocess.call([sys.executable, "-c", "import " + name], stderr=subprocess.DEVNULL) == 0


def pip_command(python):
    inside = subprocess.call([python, "-c", "import pip"], stderr=subprocess.DEVNULL) == 0
    return [python, "-m", "pip"] if inside else [sys.executable, "-m", "pip", "--python", python]


def install_requirements(python, lock):
    """What the lock file names, by hash; where a wheel does not exist for this machine, the ranges of pyproject."""
    pip = pip_command(python) + ["install", "--quiet", "--disable-pip-version-check"]
    path = os.path.join(ROOT, "packaging", lock)
    if subprocess.call(pip + ["--require-hashes", "--only-binary", ":all:", "-r", path]) == 0:
        return
    print("The lock does not fit this machine; taking what pyproject.toml allows.", flush=True)
    import tomllib

    with open(os.path.join(ROOT, "pyproject.toml"), "rb") as file:
        project = tomllib.load(file)["project"]
    wanted = list(project["dependencies"])
    if "test" in lock:
        wanted += project["optional-dependencies"]["test"]
    subprocess.check_call(pip + wanted)


def put_on_path(python):
    code = "import sysconfig; print(sysconfig.get_paths()['purelib'])"
    folder = subprocess.check_output([python, "-c", code]).decode().strip()
    with open(os.path.join(folder, "bothhats.pth"), "w") as file:
        file.write(os.path.join(ROOT, "desktop") + "\n")


def system_libraries(python, with_window):
    """Install what Qt's own libraries miss on this Linux; elsewhere there is nothing to do."""
    if not is_linux() or not missing_libraries(python):
        return
    system_packages.install("window")
    missing = missing_libraries(python)
    if missing and with_window:
        sys.exit("Still missing: " + ", ".join(sorted(missing)) + ". Install " + system_packages.wanted())


def missing_libraries(python):
    """The libraries that Qt's window modules and platform plugins name and this system lacks."""
    code = "import importlib.util as u; print(u.find_spec('PySide6').submodule_search_locations[0])"
    qt = os.path.join(subprocess.check_output([python, "-c", code]).decode().strip(), "Qt")
    files = [os.path.join(qt, "lib", "libQt6%s.so.6" % name) for name in ("Widgets", "Svg", "PrintSupport")]
    for name in ("libqoffscreen.so", "libqxcb.so", "libqminimal.so"):
        files += glob.glob(os.path.join(qt, "plugins", "platforms", name))
    missing = set()
    for path in files:
        listed = subprocess.run(["ldd", path], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        missing |= {line.split()[0] for line in listed.stdout.decode().splitlines() if "not found" in line}
    return missing
