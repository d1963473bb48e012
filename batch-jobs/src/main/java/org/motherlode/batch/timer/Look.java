package org.motherlode.batch.timer;

/** Looks once for work, and starts a job for it. */
@FunctionalInterface
interface Look {
    void look();

    /** No look comes after this. */
    default void end() {}
}
