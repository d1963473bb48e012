package org.motherlode.ejb.chain.monero;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.motherlode.model.chain.NodeUnavailableException;

/** One work at a time at a wallet's program, which does one at a time anyway: who waits here knows for whom, and how long. */
final class WalletTurns {
    private final Semaphore turn = new Semaphore(1, true);
    private final InstantSource clock;
    private volatile Optional<Work> current = Optional.empty();

    WalletTurns(InstantSource clock) {
        this.clock = clock;
    }

    /** @param what for sentences: {@code busy with <what>} */
    record Work(String what, Instant since) {
        String words() {
            return "The wallet is busy with " + what + " since " + since;
        }
    }

    /** Closing it gives the turn to the next. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /** Empty if another's work takes longer than one is ready to wait. */
    Optional<Turn> tryTake(String what, Duration patience) {
        try {
            if (!turn.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        current = Optional.of(new Work(what, clock.instant()));
        return Optional.of(() -> {
            current = Optional.empty();
            turn.release();
        });
    }

    Turn take(String what, Duration patience) throws NodeUnavailableException {
        return tryTake(what, patience)
                .orElseThrow(() -> new NodeUnavailableException(
                        current.map(Work::words).orElse("The wallet is busy") + ", " + what + " must wait"));
    }

    /** What is being done now; empty if nothing is. */
    Optional<Work> current() {
        return current;
    }

    /** Whether the work under way began longer ago than this. */
    boolean isOverdue(Duration limit) {
        return current.filter(work -> work.since().plus(limit).isBefore(clock.instant()))
                .isPresent();
    }
}
