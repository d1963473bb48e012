package org.motherlode.ejb.chain.opensy;

import org.motherlode.model.work.Hash;

/** What a header's proof of work is under a key. */
@FunctionalInterface
interface StandInPow {
    Hash of(byte[] key, byte[] header);

    /** Where only the chain's other rules are tried: as unlike a block's id as RandomX's, and fast. */
    static StandInPow quick() {
        return (key, header) -> Hash.of(Sha256d.hash(new byte[] {1}, key, header));
    }
}
