package org.motherlode.ra.verify;

import java.util.function.Consumer;

/** Where claims are brought. */
public interface Verifier {
    /**
     * Lines a claim up; false if its lane is full.
     *
     * @param then is called once with the verdict, on another thread
     */
    boolean offer(Lane lane, Claim claim, Consumer<Verdict> then);
}
