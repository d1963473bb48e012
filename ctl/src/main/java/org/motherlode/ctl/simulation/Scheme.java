package org.motherlode.ctl.simulation;

/** Who gets what of a block. All of it before the fee: that takes the same part of everything. */
interface Scheme {
    String name();

    /** What a block credits to the miner whose course this is, as a part of the reward. */
    double ofBlock(Course course, int block);

    /** What each of its shares credits at once, as a part of a reward. */
    default double ofShare() {
        return 0;
    }

    /** How many shares back a block looks. */
    long window(Course course, int block);

    Theory theory();
}
