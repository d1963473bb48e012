package org.motherlode.ejb.chain.monero;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.motherlode.model.pow.PowId;
import org.motherlode.model.pow.PowPlan;

/**
 * Which function a block asks for, by the major version in its header. Which version begins with RandomX 2 is not settled: the
 * proposal for version 17 (monero pull request 10038) was open in August 2026, without a height.
 *
 * @param second the first version of RandomX 2; empty where nobody has said which
 */
record PowByVersion(OptionalInt second) {
    static final int MOST = 255;

    /** On Monero's networks since August 2022. */
    private static final int NEWEST_KNOWN = 16;

    /** RandomX of 2019, as long as blocks are of a version that had it. */
    static final PowByVersion NOT_SET = new PowByVersion(OptionalInt.empty());

    PowId of(long majorVersion) {
        return second.isPresent() && majorVersion >= second.getAsInt() ? Monero.RX_2 : Monero.RX_0;
    }

    /**
     * Why no work may be made of blocks of this version: it is newer than what we know, and nobody has said what it asks for. With
     * the wrong function all that miners do is worth nothing.
     */
    Optional<String> unknown(long majorVersion) {
        return second.isEmpty() && majorVersion > NEWEST_KNOWN
                ? Optional.of(
                        "its blocks are of version " + majorVersion + ", and which proof of work that asks for is not"
                                + " known: set " + SettingKey.V2_VERSION.key()
                                + " to the version that began with RandomX 2, or to"
                                + " " + MOST + " if none did")
                : Optional.empty();
    }

    PowPlan plan() {
        return new PowPlan(Monero.RX_0, second.isPresent() ? List.of(Monero.RX_2) : List.of());
    }
}
