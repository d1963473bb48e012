package org.motherlode.ra.verify;

import java.util.function.Consumer;

/** Where claims are brought. */
public interface Verifier {
    /** Whether the claim may be true, as far as can be told without hashing. Never waits. */
    boolean isPossible(Claim claim);

    /**
     * Lines a claim up; false if its lane is full and its sender's address has no less in it than any other. Never waits.
     *
     * @param then is called once with the verdict, on another thread; when the claim has to make room for another it is refused
     *     without blame
     */
    boolean offer(Lane lane, Sender sender, Claim claim, Consumer<Verdict> then);
}
