package org.motherlode.ejb.chain.monero;

import java.util.ArrayList;
import java.util.List;

/**
 * What joins the first leaf of a CryptoNote tree to its root. Computed once for a template; a root then costs log n
 * hashes. The tree is that of monerod's {@code tree_hash}: with n leaves and c the largest power of two below n, the
 * first 2c - n leaves stay, the others are hashed in pairs, and the c slots then halve down to the root.
 *
 * @param siblings from the leaf to the root
 */
record MerkleBranch(List<byte[]> siblings) {
    MerkleBranch {
        siblings = List.copyOf(siblings);
    }

    /** The branch of a first leaf that is not known yet, beside these others. */
    static MerkleBranch besides(List<byte[]> others) {
        List<byte[]> siblings = new ArrayList<>();
        int leaves = others.size() + 1;
        int slots = Math.max(1, Integer.highestOneBit(leaves - 1));
        int kept = 2 * slots - leaves;
        List<byte[]> level = others;
        if (leaves > 1) {
            level = paired(level, Math.max(kept - 1, 0), kept == 0, siblings);
        }
        while (!level.isEmpty()) {
            level = paired(level, 0, true, siblings);
        }
        return new MerkleBranch(siblings);
    }

    /** One level up: some stay; where the first leaf is paired, its partner becomes a sibling. */
    private static List<byte[]> paired(List<byte[]> level, int stay, boolean firstIsPaired, List<byte[]> siblings) {
        List<byte[]> above = new ArrayList<>(level.subList(0, stay));
        int next = stay;
        if (firstIsPaired) {
            siblings.add(level.get(next));
            next++;
        }
        for (; next + 1 < level.size(); next += 2) {
            above.add(Keccak.hash(level.get(next), level.get(next + 1)));
        }
        return above;
    }

    byte[] root(byte[] first) {
        byte[] root = first;
        for (byte[] sibling : siblings) {
            root = Keccak.hash(root, sibling);
        }
        return root;
    }
}
