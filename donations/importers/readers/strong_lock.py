"""Members of ZIP archives that are locked in the strong way (AES, as WinZip and 7-Zip write it): unlocked piece by piece."""

import hashlib
import hmac
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO, Final, NamedTuple

from donations.importers.readers.aes import Counter

METHOD: Final = 99
"""What such a member says of how it is packed; how it really is stands in a field of its own."""
_FIELD: Final = 0x9901
_SALTS: Final = {1: 8, 2: 12, 3: 16}
"""How strong → bytes of salt; the key has twice as many."""
_ROUNDS: Final = 1000
_CHECK: Final = 2
_SEAL: Final = 10
_LOCAL: Final = struct.Struct("<4s22xHH")
_MEMBER: Final = b"PK\3\4"
_PIECE: Final = 1 << 18
_UNPACKED: Final = 1 << 20


class WrongKeyError(RuntimeError):
    """The password isn't that of the member."""


class Lock(NamedTuple):
    """How a member is locked, and how it was packed before."""

    strength: int
    method: int


def lock_of(part: zipfile.ZipInfo) -> Lock | None:
    """How a member is locked in the strong way; None where it doesn't say it as the others do."""
    rest = part.extra
    while len(rest) >= 4:  # noqa: PLR2004 - a field begins with two numbers
        kind, size = struct.unpack_from("<HH", rest)
        if kind == _FIELD and size >= 7 and len(rest) >= 11:  # noqa: PLR2004 - its version, maker, strength, method
            strength, method = struct.unpack_from("<BH", rest, 8)
            known = strength in _SALTS and method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
            return Lock(strength, method) if known else None
        rest = rest[4 + size :]
    return None


def unlocked(file: BinaryIO, part: zipfile.ZipInfo, lock: Lock, password: bytes) -> Iterator[bytes]:
    """The bytes of a member, no more than it says it has.

    Raises WrongKeyError, and BadZipFile or zlib.error where it isn't as it was locked: known only after its last piece.
    """
    left = _to_contents(file, part)
    salt = file.read(_SALTS[lock.strength])
    size = 2 * len(salt)
    keys = hashlib.pbkdf2_hmac("sha1", password, salt, _ROUNDS, 2 * size + _CHECK)
    if not hmac.compare_digest(file.read(_CHECK), keys[-_CHECK:]):
        raise WrongKeyError
    left -= len(salt) + _CHECK + _SEAL
    if left < 0:
        raise zipfile.BadZipFile(part.filename)
    seal, counter = hmac.new(keys[size : 2 * size], digestmod="sha1"), Counter(keys[:size])
    unpacker, told = zlib.decompressobj(-zlib.MAX_WBITS) if lock.method == zipfile.ZIP_DEFLATED else None, 0
    while left:
        piece = file.read(min(left, _PIECE))
        if not piece:
            raise zipfile.BadZipFile(part.filename)
        left -= len(piece)
        seal.update(piece)
        plain = counter.added(piece)
        for unpacked in _unpacked(plain, unpacker) if unpacker else (plain,):
            told += len(unpacked)
            if told > part.file_size:
                raise zipfile.BadZipFile(part.filename)
            yield unpacked
    if told != part.file_size or not hmac.compare_digest(file.read(_SEAL), seal.digest()[:_SEAL]):
        raise zipfile.BadZipFile(part.filename)


def _to_contents(file: BinaryIO, part: zipfile.ZipInfo) -> int:
    """Go behind the member's own header; how many bytes it has there."""
    file.seek(part.header_offset)
    header = file.read(_LOCAL.size)
    if len(header) < _LOCAL.size or header[:4] != _MEMBER:
        raise zipfile.BadZipFile(part.filename)
    _, name, extra = _LOCAL.unpack(header)
    file.seek(part.header_offset + _LOCAL.size + name + extra)
    return part.compress_size


def _unpacked(plain: bytes, unpacker: "zlib._Decompress") -> Iterator[bytes]:
    """What a piece unpacks to, in pieces that have a limit; after a full one more may be left of what was taken in."""
    is_full = False
    while (plain or is_full) and not unpacker.eof:
        unpacked = unpacker.decompress(plain, _UNPACKED)
        is_full, plain = len(unpacked) == _UNPACKED, unpacker.unconsumed_tail
        yield unpacked
