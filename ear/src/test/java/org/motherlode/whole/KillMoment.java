package org.motherlode.whole;

import java.util.List;
import java.util.Optional;

/** Where a payout stands when its server is killed. */
enum KillMoment {
    /** What is to be paid is fixed, and the wallet has not been asked. */
    RESERVED("RESERVED", "transfer", CutWire.Lost.REQUEST),
    /** The wallet has signed, and nobody has heard it. */
    SIGNED("RESERVED", "transfer", CutWire.Lost.REPLY),
    /** The transaction is stored, and the wallet has not been asked to send it. */
    STORED("PREPARED", "relay_tx", CutWire.Lost.REQUEST),
    /** The wallet has sent it, and nobody has heard it. */
    RELAYED("PREPARED", "relay_tx", CutWire.Lost.REPLY),
    /** The wallet has said that it sent it, and has not written its file. */
    UNWRITTEN("PREPARED", "store", CutWire.Lost.REQUEST),
    /** The chain has shown it. */
    SENT("SENT"),
    /** The chain is being asked about it, and has it deep enough. */
    RESOLVING("SENT"),
    /** The end. */
    CONFIRMED("CONFIRMED");

    private final String state;
    private final String call;
    private final CutWire.Lost what;

    KillMoment(String state) {
        this(state, "", CutWire.Lost.REPLY);
    }

    /** @param call to the wallet, whose request or reply is on its way then; empty if none is */
    KillMoment(String state, String call, CutWire.Lost what) {
        this.state = state;
        this.call = call;
        this.what = what;
    }

    /** What the payout's row says then. */
    String state() {
        return state;
    }

    /** Whether the call at which the server is killed is the first of its name, whatever happens to later ones. */
    boolean comesFirst() {
        return this == RESERVED || this == SIGNED || this == STORED;
    }

    /** To be called before the payout begins: the call at which the server is killed, if it is one to its wallet. */
    Optional<HeldCall> trap(CutWire toWallet) {
        return call.isEmpty() ? Optional.empty() : Optional.of(toWallet.hold(call, what));
    }

    /** Whether the request at which the server is killed may still reach the wallet. */
    boolean isBeforeTheRequest() {
        return what == CutWire.Lost.REQUEST;
    }

    /** The payment's calls to the wallet that a trouble may meet, where the moment still comes. */
    List<String> calls(PayoutTrouble trouble) {
        boolean relayedAlready = this == RELAYED || this == UNWRITTEN;
        return trouble == PayoutTrouble.LOST_REPLY && relayedAlready
                ? List.of("transfer") // who has lost the answer to relay_tx does not come to these
                : List.of("transfer", "relay_tx");
    }
}
