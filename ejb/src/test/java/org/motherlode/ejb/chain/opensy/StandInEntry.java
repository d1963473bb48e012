package org.motherlode.ejb.chain.opensy;

import java.util.Optional;
import org.motherlode.model.bytes.Octets;

/**
 * A block that the stand-in knows.
 *
 * @param bytes absent of the first block and of those that a test says are there
 */
record StandInEntry(String id, String parent, long height, long time, Optional<Octets> bytes) {
    Optional<Block> block() {
        return bytes.map(octets -> {
            try {
                return Block.read(octets.toBytes());
            } catch (UnreadableBytesException e) {
                throw new IllegalStateException("a block that was read before", e);
            }
        });
    }
}
