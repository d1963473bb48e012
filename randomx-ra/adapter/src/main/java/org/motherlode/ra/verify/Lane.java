package org.motherlode.ra.verify;

/**
 * The lanes in order of right of way. Anybody can claim a block, so the claims of miners that have proven nothing yet
 * stand behind those of others.
 */
public enum Lane {
    PROVEN_BLOCK,
    UNPROVEN_BLOCK,
    PROVEN,
    UNPROVEN
}
