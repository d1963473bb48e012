package org.motherlode.ra.verify;

import java.util.function.Consumer;

/** Where claims are brought. */
public interface Verifier {
    /**
     * Lines a claim up; false if its lane is full and its sender's address has no less in it than any other. Never waits.
     *
     * @param then is called once with the verdict, on another thread; when the claim has to make room for another it is refused
     *     without blame
     */
    boolean offer(Lane lane, Sender sender, Claim claim, Consumer<Verdict> then);
}
