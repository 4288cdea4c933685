"""The machine's time zone, which may change while the program runs: a laptop that flew."""

import os
import time


def read_time_zone_again() -> None:
    """Let local times follow the system's zone of now; the C library reads it only once for the same name.

    Windows has no such call; there the dates of the window follow Qt's clock.
    """
    if not hasattr(time, "tzset"):
        return
    zone = os.environ.get("TZ")
    os.environ["TZ"] = "UTC0"
    time.tzset()
    if zone is None:
        del os.environ["TZ"]
    else:
        os.environ["TZ"] = zone
    time.tzset()
