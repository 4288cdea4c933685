"""The entry for the start at login: valid, quoted as its readers want it, written and taken away by us alone."""

import configparser
import os
import plistlib
import shutil
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bothhats.domain.problems import FileNotWritable
from bothhats.system.autostart import desktop_entry, entry_file, is_on, launch_agent, turn_off, turn_on

COMMAND = [
    "/opt/py thon/bin/python",
    "-m",
    "bothhats",
    "--data",
    '/home/jo/My "Data" $5 100% \\ x`y.bothhats',
    "--tray",
]


def unquoted(line: str) -> list[str]:
    """The words of an Exec line, read as the specification says: the file's escapes first, then the quotes."""
    line = line.replace("\\\\", "\0").replace("\0", "\\")
    words, word, is_inside, place = [], "", False, 0
    while place < len(line):
        char = line[place]
        if is_inside and char == "\\":
            place += 1
            word += line[place]
        elif char == '"':
            is_inside = not is_inside
            if not is_inside:
                words.append(word.replace("%%", "%"))
                word = ""
        elif is_inside:
            word += char
        place += 1
    return words


def exec_line(entry: str) -> str:
    """What the entry starts."""
    parser = configparser.RawConfigParser()
    parser.optionxform = str
    parser.read_string(entry)
    return parser["Desktop Entry"]["Exec"]


@given(st.lists(st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\x85\u2028\u2029"),
                        min_size=1, max_size=30), min_size=1, max_size=5))  # fmt: skip
def test_every_word_comes_out_as_it_went_in(words):
    line = next(line for line in desktop_entry(words).split("\n") if line.startswith("Exec="))
    assert unquoted(line.removeprefix("Exec=")) == words


def test_the_entry_is_valid(tmp_path):
    validator = shutil.which("desktop-file-validate")
    if validator is None:
        pytest.skip("desktop-file-validate is not here")
    file = tmp_path / "x.desktop"
    file.write_text(desktop_entry(COMMAND), encoding="utf-8")
    told = subprocess.run([validator, str(file)], capture_output=True, text=True, check=False)
    assert (told.returncode, told.stdout, told.stderr) == (0, "", "")


def test_launchd_reads_the_same_words():
    assert plistlib.loads(launch_agent(COMMAND))["ProgramArguments"] == COMMAND


@pytest.mark.skipif(sys.platform != "linux", reason="the entry of this system lies elsewhere")
def test_it_is_written_and_taken_away_and_nothing_beside_it(tmp_path):
    assert not is_on()
    turn_on(COMMAND)
    beside = entry_file().with_name("other.desktop")
    beside.write_text("not ours")
    assert is_on()
    assert entry_file().is_relative_to(os.environ["XDG_CONFIG_HOME"])
    assert unquoted(exec_line(entry_file().read_text())) == COMMAND
    turn_off()
    turn_off()
    assert not is_on()
    assert beside.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="the entry of this system lies elsewhere")
def test_where_it_cannot_be_written_one_sentence_says_so():
    entry_file().parent.parent.mkdir(parents=True)
    entry_file().parent.write_text("a file where the folder should be")
    with pytest.raises(FileNotWritable, match="cannot be set up"):
        turn_on(COMMAND)
