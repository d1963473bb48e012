package org.motherlode.ejb.history;

/**
 * Something that happens. It makes sense at any time, or does nothing then: so any part of a history is one.
 *
 * @param which of those that are there: a miner, a block, a bound
 * @param how in which way, or how much
 * @param broken whether whoever does it dies before the commit, and it is done again afterwards
 */
record Event(Kind kind, int which, int how, boolean broken) {
    static final int MOST = 60;

    /** What can happen; some of it is more frequent, and stands here by its weight. */
    enum Kind {
        SHARES(2),
        FOUND(2),
        /** What the chain says of a block, at first or again. */
        YOUNG(1),
        MATURE(8),
        ORPHANED(2),
        /** Blocks are settled: all that is due, one stage, or a part of one. */
        SETTLE(8),
        STAGE(2),
        HALF_A_STAGE(2),
        TERMS(1),
        OWN_THRESHOLD(1),
        HOLD(1),
        RESERVE(12),
        SIGN(9),
        SEEN(8),
        CONFIRMED(8),
        REFUSED(1),
        /** The chain shows it no more, or never will. */
        FALLEN_OUT(1),
        DEAD(1),
        /** Somebody releases or refuses what waits for two persons, or decides what is in review. */
        PERSON_RELEASES(8),
        PERSON_REFUSES(2),
        PERSON_DECIDES(5),
        OPERATOR_BOOKS(2),
        CHECK(1);

        private final int weight;

        Kind(int weight) {
            this.weight = weight;
        }

        int weight() {
            return weight;
        }
    }

    @Override
    public String toString() {
        return kind + "(" + which + ", " + how + (broken ? ", broken off first)" : ")");
    }
}
