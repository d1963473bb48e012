# Makes merkle-vectors.txt beside it, by RFC 6962, 2.1, in the words of that section and with nothing of ours:
#   python3 merkle-vectors.py > merkle-vectors.txt
# A line is "root SIZE HASH" or "path SIZE INDEX HASH ...", of the leaves "ownerNN weight credit" as below.
import hashlib


def sha(data):
    return hashlib.sha256(data).digest()


def split(n):  # the largest power of two smaller than n
    k = 1
    while 2 * k < n:
        k *= 2
    return k


def root(leaves):
    if not leaves:
        return sha(b"")
    if len(leaves) == 1:
        return sha(b"\x00" + leaves[0])
    k = split(len(leaves))
    return sha(b"\x01" + root(leaves[:k]) + root(leaves[k:]))


def path(m, leaves):
    if len(leaves) == 1:
        return []
    k = split(len(leaves))
    return path(m, leaves[:k]) + [root(leaves[k:])] if m < k else path(m - k, leaves[k:]) + [root(leaves[:k])]


for size in range(0, 18):
    leaves = [f"owner{i:02d} {i + 1} {10 ** i}".encode() for i in range(size)]
    print("root", size, root(leaves).hex())
    for m in range(size):
        print("path", size, m, *(step.hex() for step in path(m, leaves)))
