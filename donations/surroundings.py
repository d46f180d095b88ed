"""Where a file lies: in a folder that a program keeps in step with other computers, or on a drive of another one."""

from pathlib import Path, PurePath

SYNCHRONISED = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "icloud": "iCloud",
    "mobile documents": "iCloud",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "nextcloud": "Nextcloud",
    "syncthing": "Syncthing",
    "nutstore": "坚果云",
    "坚果云": "坚果云",
    "我的坚果云": "坚果云",
    "baidunetdisk": "百度网盘",
    "baidusyncdisk": "百度网盘",
    "百度网盘": "百度网盘",
    "百度云同步盘": "百度网盘",
    "weiyun": "微云",
    "微云": "微云",
    "adrive": "阿里云盘",
    "阿里云盘": "阿里云盘",
    "wpsdrive": "WPS 云盘",
    "wps云盘": "WPS 云盘",
    "天翼云盘": "天翼云盘",
    "360云盘": "360云盘",
}
"""Folders by which such programs are known, as they begin (`OneDrive - 某协会`), and the programs' names."""

_REMOTE = frozenset(
    {
        "nfs",
        "nfs4",
        "cifs",
        "smb",
        "smb2",
        "smb3",
        "smbfs",
        "afs",
        "9p",
        "sshfs",
        "davfs",
        "webdav",
        "glusterfs",
        "ceph",
    }
)
MOUNTS = Path("/proc/self/mounts")


def synchronised_by(path: Path) -> str | None:
    """The program that keeps the folder of `path` in step with other computers, as far as its name tells."""
    for part in path.absolute().parent.parts:
        for begin, program in SYNCHRONISED.items():
            name = part.lower()
            if name == begin or name.startswith((f"{begin} ", f"{begin}-", f"{begin}_", f"{begin}(")):
                return program
    return None


def remote_drive(path: Path) -> str | None:
    """The sort of network drive that `path` lies on, such as `cifs`; None where it is this computer's own, or nobody can tell."""
    folder = path.absolute().parent
    if PurePath(folder).drive.startswith("\\\\"):
        return "smb"
    try:
        mounts = MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None
    best, sort = "", ""
    for line in mounts:
        words = line.split()
        place = words[1].replace("\\040", " ") if len(words) > 2 else ""  # noqa: PLR2004 - device, place, sort
        if len(place) >= len(best) and folder.is_relative_to(place or "\0"):
            best, sort = place, words[2]
    sort = sort.removeprefix("fuse.")
    return sort if sort in _REMOTE else None
