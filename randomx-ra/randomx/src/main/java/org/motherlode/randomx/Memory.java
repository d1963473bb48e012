package org.motherlode.randomx;

/** What a machine reads: a {@link Cache} (light mode) or a {@link Dataset} (fast mode). Shared by any number of machines. */
public sealed interface Memory extends AutoCloseable permits Cache, Dataset {
    /** Whether it holds something to hash with. */
    boolean isReady();

    /** How many hashes or fillings use it at this moment. */
    int leases();

    /** An {@link IllegalStateException} once it is closed, and while it is being made. */
    HugePages hugePages();

    /** Releases the memory; an {@link IllegalStateException} while it is in use, nothing if it was closed already. */
    @Override
    void close();
}
