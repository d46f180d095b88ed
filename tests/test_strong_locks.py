"""Archives that are locked with AES, as Alipay's are: opened with their password, and refused where they are damaged."""

import base64
import hashlib
import hmac
import io
import struct
import zipfile
import zlib
from pathlib import Path

import pytest
from papers import cells, written

from donations import errors
from donations.importers.readers import strong_lock
from donations.importers.readers.aes import Counter, enciphered
from donations.importers.sheet import Opening

BILL = "交易时间,金额\n2020-02-01,5\n".encode()
PASSWORD = "234512"
BY_OTHERS = {
    128: "UEsDBBQAAQBjAMh2el0X0zfJOgAAACEAAAAFAAsAYS5jc3YBmQcAAQBBRQEIADc2kM3Ywn+mrQluXCWqgzC4CWTj2hj0vnzTDVP5zHeBRaENVAwlUKEwPSPjffTZsDLfHWl25r8EVk5QSwECFAMUAAEAYwDIdnpdF9M3yToAAAAhAAAABQALAAAAAAAAAAAAgAEAAAAAYS5jc3YBmQcAAQBBRQEIAFBLBQYAAAAAAQABAD4AAABoAAAAAAA=",
    192: "UEsDBBQAAQBjAMh2el0X0zfJOQAAACEAAAAFAAsAYS5jc3YBmQcAAQBBRQIAAPM3oUxCisVDg7RaKZenyEijtD2sRDrP4Z+xfwehPnpbC3FOhj0DIrdBcUo8Jwjb7F05mm01SwA8HlBLAQIUAxQAAQBjAMh2el0X0zfJOQAAACEAAAAFAAsAAAAAAAAAAACAAQAAAABhLmNzdgGZBwABAEFFAgAAUEsFBgAAAAABAAEAPgAAAGcAAAAAAA==",
    256: "UEsDBBQAAQBjAMh2el0X0zfJQgAAACEAAAAFAAsAYS5jc3YBmQcAAQBBRQMIAIts2Nusbc1G03gDyTqrEAnQTJ9l6Xbcbq4na0pUGt1AutxUwHU9st95dUzBDfrvdobnZ3HdkDRGF5TPdOCuybLzj1BLAQIUAxQAAQBjAMh2el0X0zfJQgAAACEAAAAFAAsAAAAAAAAAAACAAQAAAABhLmNzdgGZBwABAEFFAwgAUEsFBgAAAAABAAEAPgAAAHAAAAAAAA==",
}
"""Three strengths, packed and not, as another program writes them."""


def saying(password: str | None) -> Opening:
    return Opening(password=lambda _name: password)


def locked(content: bytes, *, packed: bytes | None = None, method: int = 8, strength: int = 3) -> bytes:
    """An archive of one member, locked as WinZip describes it; `packed` in place of what `content` packs to."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    plain = packer.compress(content) + packer.flush() if packed is None else packed
    salt = bytes(range(4 + 4 * strength))
    size = 2 * len(salt)
    keys = hashlib.pbkdf2_hmac("sha1", PASSWORD.encode(), salt, 1000, 2 * size + 2)
    hidden = Counter(keys[:size]).added(plain)
    body = salt + keys[-2:] + hidden + hmac.new(keys[size : 2 * size], hidden, "sha1").digest()[:10]
    field = struct.pack("<HHH2sBH", 0x9901, 7, 2, b"AE", strength, method)
    sizes = struct.pack("<LLLHH", 0, len(body), len(content), 5, len(field))
    head = struct.pack("<HHHHH", 51, 1, 99, 0, 0) + sizes
    member = b"PK\3\4" + head + b"a.csv" + field + body
    listed = b"PK\1\2" + struct.pack("<H", 51) + head + bytes(14) + b"a.csv" + field
    return member + listed + struct.pack("<4sHHHHLLH", b"PK\5\6", 0, 0, 1, 1, len(listed), len(member), 0)


@pytest.mark.parametrize("strength", BY_OTHERS)
def test_an_archive_locked_with_aes_is_opened_with_its_password(tmp_path: Path, strength: int) -> None:
    file = written(tmp_path / "a.zip", base64.b64decode(BY_OTHERS[strength]))
    assert cells(file, saying(PASSWORD)) == [["交易时间", "金额"], ["2020-02-01", "5"]]
    for wrong in ("", "1", "234513", "２３４５１２"):
        with pytest.raises(errors.WrongPassword):
            cells(file, saying(wrong))
    for none in (saying(None), Opening()):
        with pytest.raises(errors.LockedArchive):
            cells(file, none)


def test_a_large_bill_is_unlocked_piece_by_piece(tmp_path: Path) -> None:
    rows = [[str(row), hashlib.sha256(str(row).encode()).hexdigest()] for row in range(20_000)]
    content = "\n".join(map(",".join, [["姓名", "金额"], *rows])).encode()
    for how in ({}, {"packed": content, "method": 0, "strength": 1}):
        file = written(tmp_path / "a.zip", locked(content, **how))  # type: ignore[arg-type]
        assert file.stat().st_size > 3 << 18
        assert cells(file, saying(PASSWORD)) == [["姓名", "金额"], *rows]


def test_what_is_left_after_a_full_piece_belongs_to_the_bill(monkeypatch: pytest.MonkeyPatch) -> None:
    """What packs well comes out of a few bytes: the last of them may be taken in before all is out."""
    monkeypatch.setattr(strong_lock, "_UNPACKED", 1 << 12)
    for size in range((1 << 12) - 300, 3 << 12, 7):
        file = io.BytesIO(locked(bytes(size)))
        [part] = zipfile.ZipFile(file).infolist()
        lock = strong_lock.lock_of(part)
        assert lock is not None
        pieces = list(strong_lock.unlocked(file, part, lock, PASSWORD.encode()))
        assert b"".join(pieces) == bytes(size)
        assert max(map(len, pieces)) <= 1 << 12


def test_a_damaged_archive_is_not_said_to_have_another_password(tmp_path: Path) -> None:
    good = locked(BILL, packed=BILL, method=0)
    inside = good.index(b"PK\1\2")
    for at in (inside - 1, inside - 12):  # its seal, and what it seals
        broken = good[:at] + bytes([good[at] ^ 1]) + good[at + 1 :]
        with pytest.raises(errors.DamagedPaper):
            cells(written(tmp_path / "a.zip", broken), saying(PASSWORD))
    for wrong in (locked(BILL, packed=BILL[:-1], method=0), locked(BILL, packed=BILL + b"5", method=0)):
        with pytest.raises(errors.DamagedPaper):
            cells(written(tmp_path / "a.zip", wrong), saying(PASSWORD))


def test_what_packs_to_far_less_than_it_says_is_a_bomb(tmp_path: Path) -> None:
    with pytest.raises(errors.TooMuchInside):
        cells(written(tmp_path / "a.zip", locked(bytes(20 << 20))), saying(PASSWORD))
    packed = zlib.compress(bytes(20 << 20))[2:-4]
    with pytest.raises(errors.DamagedPaper):  # more than it says it has
        cells(written(tmp_path / "a.zip", locked(BILL, packed=packed)), saying(PASSWORD))


def test_other_locks_say_what_to_do(tmp_path: Path) -> None:
    """Nobody is asked for a password that can't be used."""
    unknown = locked(BILL, method=14)
    without = locked(BILL).replace(struct.pack("<HH", 0x9901, 7), struct.pack("<HH", 0x9902, 7))
    other = locked(BILL).replace(struct.pack("<HHH", 51, 1, 99), struct.pack("<HHH", 51, 0x41, 99))
    for content in (unknown, without, other):
        with pytest.raises(errors.StrongArchive, match="99"):
            cells(written(tmp_path / "a.zip", content))
    cut = io.BytesIO(locked(BILL))
    assert zipfile.ZipFile(cut).infolist()[0].compress_type == 99


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        (16, "69c4e0d86a7b0430d8cdb78070b4c55a"),
        (24, "dda97ca4864cdfe06eaf70a0ec0d7191"),
        (32, "8ea2b7ca516745bfeafc49904b496089"),
    ],
)
def test_aes_is_the_standard_s(size: int, expected: str) -> None:
    """The examples of FIPS 197."""
    plain = bytes.fromhex("00112233445566778899aabbccddeeff")
    found = enciphered(Counter(bytes(range(size))).keys, [bytes([byte, byte]) for byte in plain])
    assert bytes(column[1] for column in found).hex() == expected


def test_the_stream_is_the_same_in_pieces() -> None:
    whole = Counter(b"k" * 32).added(bytes(1000))
    parts = Counter(b"k" * 32)
    assert b"".join(parts.added(bytes(size)) for size in (16, 0, 480, 256, 248)) == whole
    assert len(set(whole)) > 200
