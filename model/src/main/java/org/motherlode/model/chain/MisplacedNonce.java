package org.motherlode.model.chain;

/**
 * Where known miners write the nonce that cannot be told another place, though blocks of this chain have it elsewhere: what they
 * hash is no block, and no fault of theirs.
 *
 * @param offset of the nonce's first byte in the hashing bytes
 * @param sentence for whoever has such a miner: which one works here
 */
public record MisplacedNonce(int offset, String sentence) {
    public MisplacedNonce {
        if (offset < 0 || sentence.isBlank()) {
            throw new IllegalArgumentException("a misplaced nonce has a place and a sentence");
        }
    }
}
