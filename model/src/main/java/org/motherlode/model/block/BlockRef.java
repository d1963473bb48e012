package org.motherlode.model.block;

/**
 * How a chain recognises one of our blocks: mostly the block id that we computed ourselves, for a getWork chain the
 * sealing hash and nonce. Neutral code compares it and never reads it.
 */
public record BlockRef(long height, String id) {
    public BlockRef {
        if (height < 0 || id.isBlank() || id.length() > 200) {
            throw new IllegalArgumentException(
                    "a block needs a height and an id of 1 to 200 characters: " + height + " " + id);
        }
    }
}
