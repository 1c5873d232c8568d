"""Whether a window can open here, and the one sentence that says what is missing."""

import ctypes
import os
import socket
import sys
from pathlib import Path
from typing import Final

NO_SCREEN: Final = "There is no screen here, so no window opens: use the commands in a terminal."
QT_LIBRARIES: Final = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
X_LIBRARIES: Final = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
PLAIN_PLATFORMS: Final = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")


def missing_libraries() -> str | None:
    """Return the sentence that says which system packages Qt lacks, None for none."""
    if not sys.platform.startswith("linux"):
        return None
    wanted = QT_LIBRARIES | ({} if _needs_no_x() else X_LIBRARIES)
    packages = [package for library, package in wanted.items() if not _loads(library)]
    if not packages:
        return None
    return f"Qt needs system packages that are missing: sudo apt-get install {' '.join(packages)}"


def no_screen() -> bool:
    """Tell whether no window can be shown."""
    if not sys.platform.startswith("linux") or _platform().startswith(PLAIN_PLATFORMS):
        return False
    return not (_wayland() or _x_answers(os.environ.get("DISPLAY", "")))


def _platform() -> str:
    return os.environ.get("QT_QPA_PLATFORM", "")


def _needs_no_x() -> bool:
    return _platform().startswith((*PLAIN_PLATFORMS, "wayland")) or (
        _wayland() and not os.environ.get("DISPLAY")
    )


def _wayland() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY", "")
    return bool(name) and (Path(os.environ.get("XDG_RUNTIME_DIR", "")) / name).exists()


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _x_answers(display: str) -> bool:
    """Tell whether an X server answers; Qt itself would abort the process where none does."""
    host, _, number = display.rpartition(":")
    if not number:
        return False
    screen = number.split(".")[0]
    try:
        if host in {"", "unix"}:
            with socket.socket(socket.AF_UNIX) as s:
                s.connect(f"/tmp/.X11-unix/X{screen}")  # noqa: S108  where X servers listen
        else:
            socket.create_connection((host, 6000 + int(screen)), timeout=3).close()
    except (OSError, ValueError):
        return False
    return True
