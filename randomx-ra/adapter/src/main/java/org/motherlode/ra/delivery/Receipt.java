package org.motherlode.ra.delivery;

/** Hears once what became of an accepted share. Must return quickly and not throw. */
public interface Receipt {
    /** The share is on disk. */
    void stored();

    /** Storing takes longer than a miner should wait. The share stays in line and will be credited. */
    void late();
}
