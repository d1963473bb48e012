package org.motherlode.ra.verify;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.motherlode.model.chain.MisplacedNonce;

/** Tells the operator that somebody mines with a miner that cannot work here, at most once a minute. Belongs to one thread. */
final class MisplacedNotice {
    private static final Logger LOG = Logger.getLogger(MisplacedNotice.class);
    private static final long PAUSE_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final LongSupplier nanos;
    private boolean told;
    private long toldAt;

    /** {@code nanos}: a clock as {@link System#nanoTime}. */
    MisplacedNotice(LongSupplier nanos) {
        this.nanos = nanos;
    }

    void tell(Claim claim) {
        long now = nanos.getAsLong();
        if (told && now - toldAt < PAUSE_NANOS) {
            return;
        }
        told = true;
        toldAt = now;
        claim.job()
                .template()
                .block()
                .misplacedNonce()
                .map(MisplacedNonce::sentence)
                .ifPresent(sentence -> LOG.infof("job %s: %s", claim.job().id(), sentence));
    }
}
