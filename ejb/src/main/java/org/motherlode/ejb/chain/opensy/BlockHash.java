package org.motherlode.ejb.chain.opensy;

import org.motherlode.model.bytes.Octets;

/**
 * Hashes have two orders: the one in which SHA-256 writes them, which stands in headers, trees and RandomX keys, and its reverse,
 * which the node's RPC and people read. In this package bytes are always in the first order and texts in the second.
 */
final class BlockHash {
    private BlockHash() {}

    /** As people read it. */
    static String text(byte[] hash) {
        return Octets.of(reversed(hash)).hex();
    }

    /** As it stands in a header. The text must be hex. */
    static byte[] bytes(String text) {
        return reversed(Octets.ofHex(text).toBytes());
    }

    static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }
}
