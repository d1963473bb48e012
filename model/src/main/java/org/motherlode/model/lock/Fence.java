package org.motherlode.model.lock;

/**
 * Proof of holding a lock: each holder gets a larger number, and every write checks that no larger one was given out, so
 * a holder that was thought dead cannot write any more.
 */
public record Fence(String lock, long number) {}
