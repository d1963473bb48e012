package org.motherlode.ra.session;

import java.util.Optional;

/**
 * A share's answer waits until the share has been counted for its miner: storing may be done before the verifier has told the
 * connection's loop, and a miner that has heard OK counts as one that works. Used on that loop only.
 */
final class Homecoming {
    private boolean counted;
    private Optional<Runnable> answer = Optional.empty();

    /** Answers now, or as soon as the share is counted. */
    void answer(Runnable how) {
        if (counted) {
            how.run();
        } else {
            answer = Optional.of(how);
        }
    }

    /** Once. */
    void counted() {
        counted = true;
        answer.ifPresent(Runnable::run);
        answer = Optional.empty();
    }
}
