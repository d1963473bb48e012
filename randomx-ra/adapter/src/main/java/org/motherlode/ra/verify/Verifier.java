package org.motherlode.ra.verify;

import java.util.function.Consumer;
import org.motherlode.model.pow.PowId;
import org.motherlode.model.work.Difficulty;

/** Where claims are brought. */
public interface Verifier {
    /** Whether the claim may be true, as far as can be told without hashing. Never waits. */
    boolean isPossible(Claim claim);

    /** The least difficulty at which shares of this function cannot be forged for less than they cost us. */
    Difficulty forgeryBound(PowId pow);

    /**
     * Lines a claim up; false if its lane is full and its sender's address has no less in it than any other. Never waits.
     *
     * @param then is called once with the verdict, on another thread; when the claim has to make room for another it is refused
     *     without blame
     */
    boolean offer(Lane lane, Sender sender, Claim claim, Consumer<Verdict> then);
}
