"""AES-256-GCM (NIST SP 800-38D) and HKDF-SHA256 (RFC 5869) with nothing but Python's standard library. To check a
format with, not to protect anything: it is slow, and takes time that depends on the key.
"""

import hashlib
import hmac


def _field():
    """The S-box of AES, from inverses in its field."""
    box, p, q = [0] * 256, 1, 1
    while True:
        p ^= (p << 1) ^ (0x11B if p & 0x80 else 0)
        q ^= q << 1
        q ^= q << 2
        q ^= q << 4
        q &= 0xFF
        if q & 0x80:
            q ^= 0x09
        box[p] = q ^ _turn(q, 1) ^ _turn(q, 2) ^ _turn(q, 3) ^ _turn(q, 4) ^ 0x63
        if p == 1:
            box[0] = 0x63
            return box


def _turn(byte, by):
    return ((byte << by) | (byte >> (8 - by))) & 0xFF


SBOX = _field()


def _expand(key):
    words = [list(key[i:i + 4]) for i in range(0, 32, 4)]
    round_constant = 1
    for i in range(8, 60):
        word = list(words[i - 1])
        if i % 8 == 0:
            word = [SBOX[b] for b in word[1:] + word[:1]]
            word[0] ^= round_constant
            round_constant <<= 1
        elif i % 8 == 4:
            word = [SBOX[b] for b in word]
        words.append([a ^ b for a, b in zip(words[i - 8], word)])
    return [sum(words[i:i + 4], []) for i in range(0, 60, 4)]


def _double(b):
    return ((b << 1) ^ (0x1B if b & 0x80 else 0)) & 0xFF


def _encrypt(keys, block):
    state = [a ^ b for a, b in zip(block, keys[0])]
    for number in range(1, 15):
        state = [SBOX[state[(i + 4 * (i % 4)) % 16]] for i in range(16)]
        if number < 14:
            mixed = []
            for at in range(0, 16, 4):
                a = state[at:at + 4]
                mixed += [_double(a[i]) ^ _double(a[(i + 1) % 4]) ^ a[(i + 1) % 4] ^ a[(i + 2) % 4] ^ a[(i + 3) % 4] for i in range(4)]
            state = mixed
        state = [a ^ b for a, b in zip(state, keys[number])]
    return bytes(state)


def _multiply(x, y):
    product = 0
    for bit in range(127, -1, -1):
        if x >> bit & 1:
            product ^= y
        y = (y >> 1) ^ (0xE1 << 120 if y & 1 else 0)
    return product


def decrypt(key, nonce, sealed, associated):
    """Text of what is sealed, which ends in a tag of 16 bytes; None when it was not sealed so."""
    if len(sealed) < 16:
        return None
    cipher, tag = sealed[:-16], sealed[-16:]
    keys = _expand(key)
    h = int.from_bytes(_encrypt(keys, bytes(16)), "big")
    state = 0
    for part in (associated, cipher):
        for at in range(0, len(part), 16):
            state = _multiply(state ^ int.from_bytes(part[at:at + 16].ljust(16, b"\0"), "big"), h)
    state = _multiply(state ^ (len(associated) * 8 << 64 | len(cipher) * 8), h)
    expected = state ^ int.from_bytes(_encrypt(keys, nonce + b"\0\0\0\1"), "big")
    if not hmac.compare_digest(expected.to_bytes(16, "big"), tag):
        return None
    text = bytearray()
    for at in range(0, len(cipher), 16):
        pad = _encrypt(keys, nonce + (at // 16 + 2).to_bytes(4, "big"))
        text += bytes(a ^ b for a, b in zip(cipher[at:at + 16], pad))
    return bytes(text)


def hkdf(key, salt, info, length):
    extracted = hmac.new(salt, key, hashlib.sha256).digest()
    block, output = b"", b""
    while len(output) < length:
        block = hmac.new(extracted, block + info + bytes([len(output) // 32 + 1]), hashlib.sha256).digest()
        output += block
    return output[:length]
