"""A laptop that flew: the program follows the new time zone without a restart."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

ZONES = Path("/usr/share/zoneinfo/Pacific")
# Both islands lie 25 hours apart, so that the day is another one at any hour.
FLIGHT = """
import os, sys
from datetime import date
from bothhats.system.time_zone import read_time_zone_again
from bothhats.ui.outside_world import local_today

before = local_today()
assert before == date.today()
os.replace(sys.argv[1], sys.argv[2])
read_time_zone_again()
assert (before - local_today()).days in (1, 2), (before, local_today())
assert local_today() == date.today()
assert os.environ["TZ"] == f":{sys.argv[2]}"
"""


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system follows its zone by itself")
@pytest.mark.skipif(not (ZONES / "Kiritimati").is_file(), reason="the zones of the world are not installed")
def test_after_a_flight_today_is_the_day_of_the_place(tmp_path: Path) -> None:
    zone = shutil.copy(ZONES / "Kiritimati", tmp_path / "zone")
    arrival = shutil.copy(ZONES / "Pago_Pago", tmp_path / "arrival")
    os.utime(arrival, (1, 1))
    environment = {**os.environ, "TZ": f":{zone}", "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", FLIGHT, arrival, zone], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
