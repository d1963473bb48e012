package org.motherlode.model.pow;

/** The seed is not resident: asked for too early, or released already. The share can be tried again or called stale. */
public final class SeedNotReadyException extends Exception {
    private static final long serialVersionUID = 1;

    public SeedNotReadyException(Seed seed) {
        super("seed " + seed + " is not ready");
    }
}
