package org.motherlode.model.reward;

/** What happens to the part of a reward for which the window has no shares. */
public enum Unfilled {
    /** The shares that are there divide the whole reward. */
    SCALE,
    /** Each share gets what it would get in a full window; the rest stays on the pool's carry account. */
    CARRY
}
