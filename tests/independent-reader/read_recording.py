#!/usr/bin/env python3
"""Reads a recording and prints each event as one line of JSON.

Written from docs/format.md alone, with nothing but Python's standard library and the zstd command, to show that the
page is complete. Problems go to standard error.

usage: read_recording.py FILE [KEY]
FILE.tail, when it is there, is read as well, unless the recording is encrypted.
FILE's dictionary, when it names one, is found beside it (*.reenact-dict) or where REENACT_DICTIONARY says.
KEY: the session's key, in hexadecimal, for an encrypted recording; without it only what needs no key is checked
exit status: 0 sealed and intact, 1 not sealed (what is printed is intact), 2 damaged, no recording, or another key
"""

import base64
import hashlib
import json
import os
import struct
import subprocess
import sys
import uuid

import aes_gcm

MAGIC = b"\x89REENACT"
MAX_BODY = 16 << 20
MAX_RAW_BODY = 64 << 20
MAX_DEPTH = 64
MAX_LIST_CHAIN = 100
MAX_LIST_LENGTH = 16 << 20
EVENTS, EPOCH, SEAL = 1, 2, 3
COMPRESSED, ENCRYPTED, FOLDED, WITH_DICTIONARY = 1, 2, 4, 8
SHORTEST_VALUE, MAX_REMEMBERED, MAX_KEYS = 32, 65536, 64
FORMAT_DICTIONARY = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "docs", "format-dictionary.bin")


class Damaged(Exception):
    pass


# ---- checksums and compression

def _crc_table():
    table = []
    for n in range(256):
        for _ in range(8):
            n = (n >> 1) ^ (0x82F63B78 if n & 1 else 0)
        table.append(n)
    return table


CRC_TABLE = _crc_table()


def crc32c(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc = CRC_TABLE[(crc ^ byte) & 0xFF] ^ (crc >> 8)
    return crc ^ 0xFFFFFFFF


def zstd_content_size(frame):
    if len(frame) < 6 or frame[:4] != b"\x28\xb5\x2f\xfd":
        raise Damaged("no zstd frame")
    descriptor = frame[4]
    single, flag = bool(descriptor & 0x20), descriptor >> 6
    if descriptor & 3:
        raise Damaged("a zstd frame with a dictionary")
    if flag == 0 and not single:
        raise Damaged("a zstd frame without its content size")
    at, window = 5, 0
    if not single:
        base = 1 << (10 + (frame[5] >> 3))
        window = base + base // 8 * (frame[5] & 7)
        at = 6
    width = (1, 2, 4, 8)[flag]
    if len(frame) < at + width:
        raise Damaged("a torn zstd frame")
    size = int.from_bytes(frame[at:at + width], "little") + (256 if flag == 1 else 0)
    if (size if single else window) > 8 << 20:
        raise Damaged("a zstd window over 8 MiB")
    return size


def decompress(frame, length, dictionary=None):
    if length > MAX_RAW_BODY or zstd_content_size(frame) != length:
        raise Damaged("a zstd frame of another length than stated")
    run = subprocess.run(["zstd", "-d", "-q", "-c", "--memory=64MB"] + (["-D", dictionary] if dictionary else []), input=frame, capture_output=True, check=False)
    if run.returncode != 0 or len(run.stdout) != length:
        raise Damaged("a zstd frame that can't be decompressed")
    return run.stdout


# ---- MessagePack

class Ext:
    def __init__(self, kind, data):
        self.kind, self.data = kind, data


class Array(list):
    """An array, and how long it was as MessagePack."""
    length = 0


class Unpacker:
    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, count):
        if count > len(self.data) - self.at:
            raise Damaged("MessagePack that ends early")
        self.at += count
        return self.data[self.at - count:self.at]

    def number(self, form):
        return struct.unpack(">" + form, self.take(struct.calcsize(form)))[0]

    def read(self, depth=0):
        start = self.at
        value = self.value(depth)
        if isinstance(value, (Array, Ext)):
            value.length = self.at - start
        return value

    def value(self, depth):
        code = self.take(1)[0]
        if code <= 0x7F:
            return code
        if code <= 0x8F:
            return self.map(code & 0x0F, depth)
        if code <= 0x9F:
            return self.array(code & 0x0F, depth)
        if code <= 0xBF:
            return self.text(code & 0x1F)
        if code >= 0xE0:
            return code - 0x100
        if code == 0xC0:
            return None
        if code in (0xC2, 0xC3):
            return code == 0xC3
        if 0xC4 <= code <= 0xC6:
            return bytes(self.take(self.number("BHI"[code - 0xC4])))
        if 0xC7 <= code <= 0xC9:
            return self.ext(self.number("BHI"[code - 0xC7]))
        if code in (0xCA, 0xCB):
            return self.number("fd"[code - 0xCA])
        if 0xCC <= code <= 0xCF:
            return self.number("BHIQ"[code - 0xCC])
        if 0xD0 <= code <= 0xD3:
            return self.number("bhiq"[code - 0xD0])
        if 0xD4 <= code <= 0xD8:
            return self.ext(1 << (code - 0xD4))
        if 0xD9 <= code <= 0xDB:
            return self.text(self.number("BHI"[code - 0xD9]))
        if code in (0xDC, 0xDD):
            return self.array(self.number("HI"[code - 0xDC]), depth)
        if code in (0xDE, 0xDF):
            return self.map(self.number("HI"[code - 0xDE]), depth)
        raise Damaged("MessagePack code C1, which is never used")

    def text(self, length):
        try:
            return bytes(self.take(length)).decode("utf-8")
        except UnicodeDecodeError:
            raise Damaged("text that is not UTF-8") from None

    def ext(self, length):
        kind = self.number("b")
        return Ext(kind, bytes(self.take(length)))

    def check(self, count, depth):
        if count and depth >= MAX_DEPTH:
            raise Damaged("nesting over 64 levels")
        if count > len(self.data) - self.at:
            raise Damaged("more elements than bytes")

    def array(self, count, depth):
        self.check(count, depth)
        return Array(self.read(depth + 1) for _ in range(count))

    def map(self, count, depth):
        self.check(2 * count, depth)
        return [(self.read(depth + 1), self.read(depth + 1)) for _ in range(count)], dict


class Unfolder:
    """Makes a body from its folded form."""

    def __init__(self, folded):
        self.source, self.body = Unpacker(folded), bytearray()
        self.values, self.key_lists, self.length = [], [], 0

    def copy(self, read):
        start = self.source.at
        value = read()
        self.body += self.source.data[start:self.source.at]
        return value

    def unfold(self, count, length):
        time = span = 0
        self.length = length
        times = [self.source.read() for _ in range(count)]
        for step in times:
            elements = self.copy(lambda: self.header(0x90, 0xDC))
            self.copy(self.source.read)
            time, span = time + step, span + self.source.read()
            self.body += shortest(time) + shortest(span)
            for _ in range(elements - 3):
                self.value(1)
        if self.source.at != len(self.source.data) or len(self.body) != length:
            raise Damaged("a folded body of another length than stated")
        return bytes(self.body)

    def header(self, short, wide):
        code = self.source.take(1)[0]
        count = code & 0x0F if code & 0xF0 == short else self.source.number("HI"[code - wide]) if code in (wide, wide + 1) else None
        if count is None or count > len(self.source.data) - self.source.at:
            raise Damaged("a folded body with a wrong header")
        return count

    def value(self, depth):
        if depth > MAX_DEPTH or self.source.at >= len(self.source.data) or len(self.body) > self.length:
            raise Damaged("a folded body that ends early, is nested too deep, or is longer than stated")
        code, start = self.source.data[self.source.at], len(self.body)
        if code == 0xC1:
            self.source.at += 1
            number = self.source.read()
            if number >= 0:
                self.body += self.body[slice(*self.values[len(self.values) - 1 - number])] if number < len(self.values) else self.missing()
                return
            keys = self.key_lists[-1 - number] if -1 - number < len(self.key_lists) else self.missing()
            self.body += bytes([0x80 + len(keys)]) if len(keys) < 16 else bytes([0xDE, 0, len(keys)])
            for key in keys:
                self.body += self.body[slice(*key)]
                self.value(depth + 1)
        elif 0x80 <= code <= 0x8F or code in (0xDE, 0xDF):
            keys = []
            for _ in range(self.copy(lambda: self.header(0x80, 0xDE))):
                at = len(self.body)
                self.copy(self.source.read)
                keys.append((at, len(self.body)))
                self.value(depth + 1)
            if 0 < len(keys) <= MAX_KEYS and len(self.key_lists) < MAX_REMEMBERED:
                self.key_lists.append(keys)
        elif 0x90 <= code <= 0x9F or code in (0xDC, 0xDD):
            for _ in range(self.copy(lambda: self.header(0x90, 0xDC))):
                self.value(depth + 1)
        elif 0xC7 <= code <= 0xC9 or 0xD4 <= code <= 0xD8:
            return self.extension(code, depth)
        else:
            self.copy(self.source.read)
            if not (0xA0 <= code <= 0xBF or 0xC4 <= code <= 0xC6 or 0xD9 <= code <= 0xDB):
                return
        if len(self.body) - start >= SHORTEST_VALUE and len(self.values) < MAX_REMEMBERED:
            self.values.append((start, len(self.body)))

    def extension(self, code, depth):
        start = self.source.at
        self.source.at += 1
        length = 1 << (code - 0xD4) if code >= 0xD4 else self.source.number("BHI"[code - 0xC7])
        if self.source.number("b") != 9:
            self.source.at = start
            self.copy(self.source.read)
            return
        self.body += self.source.data[start:self.source.at]
        end = len(self.body) + length
        while len(self.body) < end:
            self.value(depth + 1)
        if len(self.body) != end:
            raise Damaged("a folded list of another length than stated")

    def missing(self):
        raise Damaged("a folded body that refers to what there is not")


def shortest(number):
    """An integer in its shortest form."""
    if -32 <= number <= 0x7F:
        return struct.pack("b", number)
    for code, form, least, most in ((0xCC, "B", 0, 0xFF), (0xCD, "H", 0, 0xFFFF), (0xCE, "I", 0, 0xFFFFFFFF), (0xCF, "Q", 0, (1 << 64) - 1),
                                    (0xD0, "b", -0x80, 0), (0xD1, "h", -0x8000, 0), (0xD2, "i", -0x80000000, 0), (0xD3, "q", -1 << 63, 0)):
        if least <= number <= most:
            return struct.pack(">B" + form, code, number)
    raise Damaged("a number over 64 bits")


def is_map(value):
    return isinstance(value, tuple) and len(value) == 2 and value[1] is dict


def hashed(body):
    """The parts of a keyed hash: which key, and the hash; neither where it was not made."""
    if body and len(body) < 24:
        raise Damaged("a keyed hash of less than 24 bytes")
    return {"key": body[:8].hex(), "hash": body[8:].hex()}


def unpack_one(data):
    unpacker = Unpacker(data)
    value = unpacker.read()
    if unpacker.at != len(data):
        raise Damaged("bytes after a MessagePack value")
    return value


# ---- the Merkle tree of RFC 6962

def leaf_hash(header, body):
    return hashlib.sha256(b"\0" + header[8:32] + hashlib.sha256(body).digest()).digest()


def root_hash(leaves):
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    left = 1
    while left * 2 < len(leaves):
        left *= 2
    return hashlib.sha256(b"\1" + root_hash(leaves[:left]) + root_hash(leaves[left:])).digest()


# ---- events

# The elements after the span: name and what it is when it is missing.
SHAPES = {
    0: [("schemaVersion", 0), ("startTime", None), ("info", None)],
    1: [("parentSpan", 0), ("method", None), ("arguments", None), ("agent", None), ("live", False)],
    2: [("result", None), ("outs", None), ("completion", 0)],
    3: [("type", None), ("message", None), ("code", None), ("canceled", False), ("data", None), ("outs", None), ("inner", None), ("completion", 0), ("hresult", None), ("properties", None), ("furtherInner", None), ("baseTypes", None), ("others", None)],
    4: [("item", None), ("completion", 0)],
    5: [("how", 0), ("completion", 0)],
    6: [("source", 0), ("name", None), ("value", None)],
    7: [("name", None), ("version", None), ("delta", 0), ("state", None)],
    8: [("what", 0), ("name", None), ("version", None), ("contentHash", None), ("content", None)],
    9: [("name", None), ("chosen", None), ("alternatives", None), ("rationale", None)],
    10: [("from", None), ("to", None), ("relation", 0)],
    11: [("author", None), ("text", None)],
    12: [("outcome", 0), ("errorCode", None), ("message", None), ("finalOutput", None), ("exactness", 0), ("freeCause", None), ("freeSince", None)],
    13: [("value", None), ("parameter", 0), ("completion", 0)],
    14: [("id", None), ("name", None), ("callKind", None), ("parameters", None), ("signature", 0), ("ignored", 0), ("outNames", None), ("progressNames", None)],
    15: [("id", None), ("content", None)],
    16: [("level", 0), ("category", None), ("message", None), ("exception", None)],
    17: [("flow", 0), ("continuations", None)],
}
LISTS = ("arguments", "outs", "alternatives", "outNames", "progressNames")


def whole_inner(inner):
    """An exception inside another, with nil for what an older writer left out."""
    if inner is None:
        return None
    inner = inner[:10] + [None] * (10 - len(inner))
    inner[5], inner[8] = whole_inner(inner[5]), whole_inners(inner[8])
    return inner


def whole_inners(inners):
    return None if inners is None else [whole_inner(inner) for inner in inners]


class Events:
    def __init__(self):
        self.blobs, self.definitions, self.states = {}, {}, {}
        self.snapshots = {}
        self.lists = {}
        self.next = 0

    def read(self, body, count):
        """Takes a block's body apart into finished lines; keeps nothing of it when something is wrong."""
        unpacker, lines = Unpacker(body), []
        for _ in range(count):
            event = unpacker.read()
            if not isinstance(event, list) or len(event) < 3 or not all(type(e) is int for e in event[:3]) or event[0] < 0 or event[2] < 0:
                raise Damaged(f"event {self.next} is no array of kind, time and span")
            lines.append(self.line(event))
            self.next += 1
        if unpacker.at != len(body):
            raise Damaged("bytes after the last event of a block")
        return lines

    def line(self, event):
        kind, time, span = event[:3]
        line = {"sequence": self.next, "kind": kind, "time": time, "span": span}
        shape = SHAPES.get(kind)
        if shape is None:
            line["elements"] = [self.plain(e) for e in event[3:]]
            return line
        elements = event[3:3 + len(shape)]
        fields = {name: elements[i] if i < len(elements) else missing for i, (name, missing) in enumerate(shape)}
        if kind == 14:
            self.definitions[fields["id"]] = fields["name"]
        elif kind == 15:
            self.blobs[fields["id"]] = fields["content"]
        elif kind == 1:
            if fields["method"] not in self.definitions:
                raise Damaged(f"event {self.next} calls a method that is not defined")
            fields["method"] = self.definitions[fields["method"]]
            if type(fields["agent"]) is int:
                fields["agent"] = self.definitions[fields["agent"]]
            arguments = self.resolve(fields["arguments"]) or []
            fields["arguments"] = [self.argument(place, self.resolve(argument)) for place, argument in enumerate(arguments)]
        elif kind == 7:
            fields["whole"] = self.state(fields)
        if kind == 3:
            fields["inner"] = whole_inner(fields["inner"])
            fields["furtherInner"] = whole_inners(fields["furtherInner"])
            fields["others"] = whole_inners(fields["others"])
        for name in fields:
            value = self.plain(fields[name])
            line[name] = [] if value is None and name in LISTS else value
        return line

    def state(self, snapshot):
        name, state = self.plain(snapshot["name"]), self.resolve(snapshot["state"])
        whole = state
        if snapshot["delta"]:
            if name not in self.states:
                raise Damaged(f"event {self.next} is a delta without a state before it")
            whole = self.change(self.states[name], state)
        self.snapshots.setdefault(name, []).append(2 * self.next + (1 if snapshot["delta"] else 0))
        self.states[name] = whole
        return whole

    def change(self, before, change):
        if not isinstance(change, list):
            raise Damaged(f"event {self.next} has a change that is no array")
        if not change:
            return before
        form, parts = change[0], change[1:] + [None] * 3
        if form == 0 and len(change) > 1:
            return change[1]
        if form not in (1, 2) or (form == 1) != is_map(before) or (form == 2) != isinstance(before, list):
            raise Damaged(f"event {self.next} has a change that doesn't fit")
        old = before[0] if form == 1 else list(enumerate(before))
        name = (lambda key: json.dumps(self.plain(key))) if form == 1 else (lambda index: index)
        changed = {name(key): value for key, value in (parts[0][0] if parts[0] else [])}
        removed = parts[1] or []
        gone = set(map(name, removed)) if form == 1 else {i for at, n in zip(removed[0::2], removed[1::2]) for i in range(at, at + n)}
        if not (set(changed) | gone) <= {name(key) for key, _ in old} or set(changed) & gone:
            raise Damaged(f"event {self.next} changes or removes what there is not")
        kept = [(key, self.change(value, changed[name(key)]) if name(key) in changed else value) for key, value in old if name(key) not in gone]
        new = []
        for place, elements in zip((parts[2] or [])[0::2], (parts[2] or [])[1::2]):
            count = place - len(new)
            if not 0 <= count <= len(kept) or (form == 1) != is_map(elements):
                raise Damaged(f"event {self.next} puts something in at a place that there is not")
            new += kept[:count] + (elements[0] if form == 1 else [(None, element) for element in elements])
            kept = kept[count:]
        new += kept
        return (new, dict) if form == 1 else [value for _, value in new]

    def argument(self, place, value):
        """A list is kept, because one of a later call may have grown from it; with how many it grew from itself."""
        if isinstance(value, Ext) and value.kind == 9:
            unpacker = Unpacker(value.data)
            event, at, kept = (unpacker.read() for _ in range(3))
            before, links, length = self.lists.get((event, at), ([], MAX_LIST_CHAIN, 0))
            length += value.length
            if event >= self.next or not 0 <= kept <= len(before) or links == MAX_LIST_CHAIN or length > MAX_LIST_LENGTH:
                raise Damaged(f"event {self.next} has a list that grew from one that it can't have grown from")
            value = before[:kept]
            while unpacker.at < len(unpacker.data):
                value.append(unpacker.read(depth=1))
            self.lists[self.next, place] = (value, links + 1, length)
        elif isinstance(value, list):
            self.lists[self.next, place] = (value, 0, value.length)
        return value

    def resolve(self, value):
        return unpack_one(self.content(value.data)) if isinstance(value, Ext) and value.kind == 8 else value

    def content(self, ids):
        unpacker, parts = Unpacker(ids), []
        while unpacker.at < len(ids):
            blob = unpacker.read()
            if blob not in self.blobs:
                raise Damaged(f"event {self.next} refers to blob {blob}, which is not there")
            parts.append(self.blobs[blob])
        return b"".join(parts)

    def plain(self, value):
        """What JSON can say of a value; blobs are put in."""
        if isinstance(value, Ext):
            if value.kind == 1:
                return self.content(value.data).decode("utf-8")
            if value.kind == 2:
                return {"bytes": self.content(value.data).hex()}
            if value.kind == 8:
                return self.plain(unpack_one(self.content(value.data)))
            if value.kind == 4:
                return {"erased": True}
            if value.kind == 5:
                return hashed(value.data)
            if value.kind == 6:
                role, both, nonce, sealed = unpack_one(value.data)[:4]
                return {"encrypted": role, **hashed(both), "nonce": nonce.hex(), "sealed": sealed.hex()}
            return {"extension": value.kind, "data": value.data.hex()}
        if isinstance(value, bytes):
            return {"bytes": value.hex()}
        if isinstance(value, float):
            return {"float": struct.pack(">d", value).hex()}
        if is_map(value):
            return {"map": [[self.plain(k), self.plain(v)] for k, v in value[0]]}
        if isinstance(value, list):
            return [self.plain(element) for element in value]
        return value


# ---- the recording

def read_preamble(data):
    if not data.startswith(MAGIC):
        raise Damaged("no recording: it begins otherwise")
    if len(data) < 128:
        raise Damaged("cut within the preamble")
    if crc32c(data[:124]) != struct.unpack_from("<I", data, 124)[0]:
        raise Damaged("the preamble's checksum is wrong")
    version, incompatible = struct.unpack_from("<HH", data, 8)
    if version != 1 or incompatible & ~3:
        raise Damaged(f"version {version} with flags {incompatible:#x}, which this reader can't read")
    if bool(incompatible & 1) != any(data[32:48]) or bool(incompatible & 2) != any(data[48:80]):
        raise Damaged("a key or dictionary id without its flag, or the flag without the id")
    return data[16:32], bool(incompatible & 1), data[48:80] if incompatible & 2 else None


def find_dictionary(folder, digest):
    """The dictionary that a recording names, beside it or where REENACT_DICTIONARY says."""
    for place in os.environ.get("REENACT_DICTIONARY", "").split(os.pathsep) + [folder]:
        names = [place] if not os.path.isdir(place) else [os.path.join(place, name) for name in sorted(os.listdir(place)) if name.endswith(".reenact-dict")]
        for name in names:
            if os.path.isfile(name) and os.path.getsize(name) <= 1 << 20:
                with open(name, "rb") as file:
                    if hashlib.sha256(file.read()).digest() == digest:
                        return name
    raise Damaged(f"dictionary {digest.hex()} was not found")


# ---- encryption

class Cipher:
    """What is derived from the session's key and a salt."""

    def __init__(self, key, session, salt, commitment):
        derived = aes_gcm.hkdf(key, salt, b"reenact/v1" + session, 76)
        self.session, self.key, self.nonce = session, derived[:32], derived[32:44]
        if derived[44:] != commitment:
            raise Damaged("another key than it was written with")

    def decrypt(self, header, number, sealed):
        nonce = self.nonce[:8] + (int.from_bytes(self.nonce[8:], "little") ^ number).to_bytes(4, "little")
        text = aes_gcm.decrypt(self.key, nonce, sealed, self.session + header[8:32])
        if text is None:
            raise Damaged(f"block {number} is not what was encrypted with this key for this place")
        return text


class Tail:
    """Events that are in no block yet."""

    def __init__(self, data):
        self.data = data[:256 << 20]
        fits = len(data) >= 64 and data[:10] == b"\x89REETAIL\x01\0" and struct.unpack_from("<I", data, 60)[0] == crc32c(data[:60])
        self.session, self.salt = (data[16:32], data[32:56]) if fits else (None, None)

    def chunks(self):
        at = 4096
        while at + 16 <= len(self.data):
            length, crc, first = struct.unpack_from("<IIQ", self.data, at)
            if not 16 <= length <= 64 << 20 or crc != crc32c(self.salt + struct.pack("<QQ", at, length)):
                return
            yield first, at + 16, min(at + length, len(self.data))
            at += length

    def frames(self, number, at, end):
        while end - at > 8:
            length, crc = struct.unpack_from("<II", self.data, at)
            event = self.data[at + 8:at + 8 + length]
            if not 4 <= length <= min(MAX_BODY, end - at - 8) or crc != crc32c(self.salt + struct.pack("<QII", number, length, crc32c(event))):
                return
            yield number, event
            number, at = number + 1, at + (8 + length + 7) // 8 * 8

    def events_from(self, number):
        for first, at, end in sorted(self.chunks()):
            if first > number:
                return
            for found, event in self.frames(first, at, end):
                if found == number:
                    yield event
                    number += 1


class Recording:
    def __init__(self, data, key=None, tail=b"", folder="."):
        self.data, self.key = data, key
        self.session, self.encrypted, dictionary = read_preamble(data)
        self.dictionary = find_dictionary(folder, bytes(dictionary)) if dictionary else FORMAT_DICTIONARY
        self.tail = Tail(b"" if self.encrypted else tail)
        self.salt = None
        self.locked = self.encrypted and key is None
        self.cipher = None
        self.events = Events()
        self.leaves = []
        self.seal = None
        self.state = "unsealed"

    def lines(self):
        yield from self.block_lines()
        if self.seal is None and self.tail.salt is not None and (self.tail.session, self.tail.salt) == (self.session, self.salt):
            for event in self.tail.events_from(self.events.next):
                try:
                    found = self.events.read(event, 1)
                except Damaged:
                    return
                yield from found

    def block_lines(self):
        at, number = 128, 0
        while at < len(self.data) and self.seal is None:
            header = self.data[at:at + 32]
            if len(header) < 32 or not any(header):
                return self.warn(f"block {number} at byte {at} is torn")
            length, crc, kind, flags, stated, first, count, raw_length = struct.unpack("<IIBBxxIQII", header)
            if length > MAX_BODY:
                raise Damaged(f"block {number} at byte {at} is too long")
            end = at + 32 + (length + 7) // 8 * 8
            if end > len(self.data):
                return self.warn(f"block {number} at byte {at} is torn")
            body = self.data[at + 32:at + 32 + length]
            if crc32c(self.session + header[8:] + header[:4] + body) != crc:
                raise Damaged(f"block {number} at byte {at} does not fit its checksum")
            if stated != number or first != self.events.next or flags & ~15 or flags & (FOLDED | WITH_DICTIONARY) and not flags & COMPRESSED:
                raise Damaged(f"block {number} at byte {at} has a wrong header")
            if bool(flags & ENCRYPTED) != (self.encrypted and kind == EVENTS):
                raise Damaged(f"block {number} at byte {at} is encrypted where it must not be, or in the clear where it must")
            if kind == SEAL:
                self.seal = (at, end - at, number, unpack_one(body), header)
                break
            if number == 0 and kind != EPOCH:
                raise Damaged("the first block is no epoch block")
            if kind == EPOCH:
                self.begin_epoch(unpack_one(body))
            if kind == EVENTS and self.locked:
                self.events.next += count
            elif kind == EVENTS:
                clear = self.cipher.decrypt(header, number, body) if self.encrypted else body
                if flags & COMPRESSED:
                    clear = self.expand(clear, flags, raw_length, count)
                if raw_length != len(clear):
                    raise Damaged(f"block {number} at byte {at} has two lengths")
                yield from self.events.read(clear, count)
            self.leaves.append(leaf_hash(header, body))
            at, number = end, number + 1
        if self.seal:
            self.check_seal()

    def expand(self, body, flags, length, count):
        dictionary = self.dictionary if flags & WITH_DICTIONARY else None
        if not flags & FOLDED:
            return decompress(body, length, dictionary)
        size = zstd_content_size(body)
        if size > length:
            raise Damaged("a folded body that is longer than what it stands for")
        return Unfolder(decompress(body, size, dictionary)).unfold(count, length)

    def begin_epoch(self, epoch):
        if epoch[0] != hashlib.sha256(self.data[:128]).digest():
            raise Damaged("an epoch block is of another preamble")
        self.salt = epoch[1]
        if self.encrypted and len(epoch) < 5:
            raise Damaged("an epoch of an encrypted recording without a key commitment")
        if self.encrypted and not self.locked:
            self.cipher = Cipher(self.key, self.session, epoch[1], epoch[4])

    def warn(self, message):
        print(message, file=sys.stderr)

    def check_seal(self):
        at, length, number, body, header = self.seal
        leaves, root, signatures, cache_length, cache = body[:5]
        if leaves != number or leaves != len(self.leaves) or root != root_hash(self.leaves):
            raise Damaged("the hash in the seal is not that of the blocks")
        if cache is not None and self.encrypted and not self.locked:
            cache = Cipher(self.key, self.session, body[5], body[6]).decrypt(header, number, cache)
        if cache is not None and not self.locked:
            self.check_cache(unpack_one(decompress(cache, cache_length) if cache_length else cache))
        rest = self.data[at + length:]
        if len(rest) < 32:
            return self.warn("the trailer is missing")
        if len(rest) > 32 or rest[28:] != b"RNCT" or struct.unpack_from("<I", rest, 24)[0] != crc32c(self.session + rest[:24]) \
                or struct.unpack_from("<QII", rest) != (at, length, number):
            raise Damaged("the trailer is wrong")
        self.state = "sealed"
        self.checkpoint = f"reenact/{uuid.UUID(bytes=bytes(self.session))}\n{leaves}\n{base64.b64encode(root).decode()}\n\n{signatures or ''}"

    def check_cache(self, cache):
        blocks, _, _, summary = cache[:4]
        if sum(blocks[0::3]) * 8 + 128 != self.seal[0] or sum(blocks[1::3]) != self.events.next or summary[11] != self.events.next:
            raise Damaged("the index in the seal is not that of the blocks")
        index = cache[4] if len(cache) > 4 else []
        found = {}
        for name, steps in zip(index[0::2], index[1::2]):
            at, places = 0, found.setdefault(self.events.plain(name), [])
            for step in steps:
                at += step >> 1
                places.append(2 * at + (step & 1))
        if found != self.events.snapshots:
            raise Damaged("the index of snapshots in the seal is not that of the events")


def main():
    if len(sys.argv) not in (2, 3):
        print(__doc__, file=sys.stderr)
        return 2
    with open(sys.argv[1], "rb") as file:
        data = file.read()
    try:
        with open(sys.argv[1] + ".tail", "rb") as file:
            tail = file.read()
    except FileNotFoundError:
        tail = b""
    try:
        recording = Recording(data, bytes.fromhex(sys.argv[2]) if len(sys.argv) == 3 else None, tail, os.path.dirname(os.path.abspath(sys.argv[1])))
        for line in recording.lines():
            print(json.dumps(line, ensure_ascii=False, separators=(",", ":")))
    except Damaged as damage:
        print(f"damaged: {damage}", file=sys.stderr)
        return 2
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        print(f"damaged: something is of another shape than it must be ({error!r})", file=sys.stderr)
        return 2
    print(f"{recording.state}{', encrypted; not decrypted' if recording.locked else ''}: {recording.events.next} events in {len(recording.leaves)} blocks, root {root_hash(recording.leaves).hex()}", file=sys.stderr)
    return 0 if recording.state == "sealed" else 1


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    sys.exit(main())
