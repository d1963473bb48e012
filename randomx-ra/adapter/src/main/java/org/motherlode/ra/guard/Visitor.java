package org.motherlode.ra.guard;

import java.util.Optional;
import org.motherlode.model.share.ShareRefusal;

/** One connection as the guard knows it. Called on the connection's loop; what it shares with others is locked inside. */
public interface Visitor {
    /** Whether it may do this now; each yes is counted. */
    boolean may(Ask what);

    /**
     * Whether it may have a line looked at that counts for so many; each yes is counted. Who may not has to go: a miner that
     * obeys the protocol never comes to that, whatever others of its address and network do.
     */
    boolean maySay(int lines);

    /** What it was allowed a moment ago came to nothing, and not through its fault. */
    void giveBack(Ask what);

    /**
     * It wants to log in to this wallet. Empty if it may; else the sentence for the miner. Until its first good share it
     * counts as one of the unproven connections that the wallet has in its network.
     */
    Optional<String> logsIn(String wallet);

    /** A share of it was good. */
    void worked();

    /** A share of it was refused. What the server caused is never held against anybody. */
    void failed(ShareRefusal why);

    /** It did something else that counts against its address. */
    void offended(Offence what);

    /** Present when it must go, and only once. Costs next to nothing otherwise. */
    Optional<Sentence> sentence();

    /** The connection has ended. Only the first call counts. */
    void leave();
}
