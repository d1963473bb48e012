package org.motherlode.ejb.chain.opensy;

import java.util.ArrayList;
import java.util.List;

/**
 * What joins a block's first transaction to the Merkle root. Computed once for a template; a root then costs one hash for each
 * level. Where a level has an odd number of nodes its last one is paired with itself.
 *
 * @param siblings from the leaf to the root
 */
record MerkleBranch(List<byte[]> siblings) {
    MerkleBranch {
        siblings = List.copyOf(siblings);
    }

    /** The branch of a first leaf that is not known yet, beside these others. */
    static MerkleBranch besides(List<byte[]> others) {
        Sha256d sha = new Sha256d();
        List<byte[]> siblings = new ArrayList<>();
        List<byte[]> level = new ArrayList<>(others);
        while (!level.isEmpty()) {
            if (level.size() % 2 == 0) { // with the first one they are odd
                level.add(level.get(level.size() - 1));
            }
            siblings.add(level.get(0));
            List<byte[]> above = new ArrayList<>(level.size() / 2);
            for (int i = 1; i < level.size(); i += 2) {
                above.add(sha.of(level.get(i), level.get(i + 1)));
            }
            level = above;
        }
        return new MerkleBranch(siblings);
    }

    byte[] root(byte[] first) {
        Sha256d sha = new Sha256d();
        byte[] root = first;
        for (byte[] sibling : siblings) {
            root = sha.of(root, sibling);
        }
        return root;
    }
}
