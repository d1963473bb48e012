package org.motherlode.ra.verify;

/**
 * The lanes in order of right of way. Anybody can claim a block, so the claims of miners that have proven nothing yet
 * stand behind the shares of those that have; {@link Lanes} gives them and newcomers a turn now and then.
 */
public enum Lane {
    PROVEN_BLOCK,
    PROVEN,
    UNPROVEN_BLOCK,
    UNPROVEN;

    /** The lane of ordinary shares of the same miners. */
    Lane ofShares() {
        return isUnproven() ? UNPROVEN : PROVEN;
    }

    boolean isUnproven() {
        return this == UNPROVEN_BLOCK || this == UNPROVEN;
    }
}
