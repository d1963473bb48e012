package org.motherlode.ra.trouble;

import org.motherlode.ra.statistics.Count;

/** What may go wrong on our side over and over. */
public enum Fault {
    /** A share's hash could not be computed. */
    HASHING("adapter.hashing", Count.HASHES_FAILED, true),
    /** One input gave two hashes: unstable hardware, or a library with a fault. */
    HARDWARE("adapter.hardware", Count.HASHES_DIFFERED, false),
    /** What a verdict was to set off failed. */
    VERDICT("adapter.verdicts", Count.VERDICTS_FAILED, false),
    /** A block that a miner made itself could not be judged. */
    PROPOSAL("adapter.proposals", Count.PROPOSALS_FAILED, false),
    /** A port could not take a connection. */
    ACCEPTING("adapter.accepting", Count.ACCEPTS_FAILED, true),
    /** A certificate could not be read again. */
    CERTIFICATE("adapter.certificates", Count.CERTIFICATES_UNREADABLE, false),
    /** A line, or a task of a connection, ran into a bug. */
    CONNECTION("adapter.connections", Count.CONNECTION_FAULTS, false),
    /** Bringing accepted shares to the listener ran into a bug, there or here. A listener that refuses is no fault. */
    STORING("adapter.storing", Count.STORING_FAULTS, true),
    /** The same for a found block. */
    BLOCK("adapter.blocks", Count.BLOCK_FAULTS, true),
    /** What opens pools, publishes templates and looks at deadlines ran into a bug. */
    HOUSE("adapter.house", Count.HOUSE_FAULTS, true),
    /** What reads certificates and opens hash functions ran into a bug; who mines goes on. */
    WORKSHOP("adapter.workshop", Count.WORKSHOP_FAULTS, false),
    /** Acceptance times could not be reserved on disk. They go on all the same, so that nobody has to go elsewhere. */
    TIME("adapter.time", Count.TIMES_UNRESERVED, false);

    private final String condition;
    private final Count count;
    private final boolean vital;

    Fault(String condition, Count count, boolean vital) {
        this.condition = condition;
        this.count = count;
        this.vital = vital;
    }

    /** Its name among the health check's conditions. */
    String condition() {
        return condition;
    }

    Count count() {
        return count;
    }

    /** Whether miners cannot be served while this, and nothing else, is what happens. */
    boolean isVital() {
        return vital;
    }
}
