# Makes block.json beside it: a bundle as docs/audit.md describes it, divided by a few lines of Python that have nothing of ours.
#   python3 block.py > block.json
# The amounts are beyond 2^63, the window is unfilled and its rest carried, and atoms are left over by rounding.
import hashlib
import json

weights = {"4amy": 7 * 10**24 + 3, "4bob": 10**24 + 1, "4eve": 11, "4zed": 3 * 10**24 + 5}
difficulty = 10**25 + 7
reward = 5 * 10**21 + 1
basis_points = 137
donation_points = 55
bonus_points = 250
percent = 150

size = difficulty * percent // 100
filled = sum(weights.values())
fee = reward * basis_points // 10000
donation = reward * donation_points // 10000
net = reward - fee - donation
bonus = net * bonus_points // 10000
shared = (net - bonus) * filled // size
credits = {owner: shared * weight // filled for owner, weight in weights.items()}
rest = {owner: shared * weight % filled for owner, weight in weights.items()}
for owner in sorted(weights, key=lambda one: (-rest[one], one))[: shared - sum(credits.values())]:
    credits[owner] += 1
credits["4amy"] += bonus
weights["4gift"] = 0
credits["4gift"] = donation
rest["4gift"] = 0


def sha(data):
    return hashlib.sha256(data).digest()


def root(leaves):
    if len(leaves) == 1:
        return sha(b"\x00" + leaves[0])
    k = 1
    while 2 * k < len(leaves):
        k *= 2
    return sha(b"\x01" + root(leaves[:k]) + root(leaves[k:]))


def fingerprint(fields, name=""):
    if isinstance(fields, dict):
        return b"".join(fingerprint(value, f"{name}.{key}" if name else key) for key, value in fields.items())
    if isinstance(fields, list):
        return b"".join(fingerprint(value, name) for value in fields)
    return f"{name} {fields}\n".encode()


owners = sorted(weights)
bundle = {
    "format": "motherlode-block-audit/1",
    "pool": "ducros", "chain": "ducros", "asset": "DUC", "asset_decimals": "18",
    "block": {
        "id": "7", "height": "3000000", "hash": "ab12", "state": "MATURE", "finder": "4amy",
        "found_at": "2026-03-01T12:00:03Z", "difficulty": str(difficulty),
        "expected_reward": str(reward), "final_reward": str(reward)},
    "terms": {
        "version": "2", "scheme": "PPLNS", "fee_basis_points": str(basis_points), "window_percent": str(percent),
        "unfilled": "CARRY", "finder_bonus_basis_points": str(bonus_points),
        "donation_basis_points": str(donation_points), "donation_address": "4gift"},
    "window": {
        "unit": "WORK", "size": str(size), "filled": str(filled), "weight": str(filled),
        "newest": {"accepted_at": "2026-03-01T12:00:03Z", "node": "1", "epoch": "9", "sequence": "4"},
        "oldest": {"accepted_at": "2026-03-01T12:00:00.000001Z", "node": "0", "epoch": "5", "sequence": "77",
                   "counted": "11"},
        "owners": str(len(weights)),
        "weights_sha256": sha("".join(f"{owner} {weights[owner]}\n" for owner in owners if weights[owner] > 0).encode()).hex()},
    "division": {
        "event": "allot", "standing": "MATURE", "reward": str(reward), "fee": str(fee),
        "donation": str(donation), "bonus": str(bonus), "carry": str(net - bonus - shared), "shared": str(shared)},
    "lines": [
        {"owner": owner, "weight": str(weights[owner]), "credit": str(credits[owner]), "remainder": str(rest[owner])}
        for owner in owners],
    "merkle_root": root([f"{owner} {weights[owner]} {credits[owner]}".encode() for owner in owners]).hex(),
}
bundle["fingerprint"] = sha(fingerprint(bundle)).hex()
print(json.dumps(bundle, indent=1))
