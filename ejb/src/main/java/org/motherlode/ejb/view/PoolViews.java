package org.motherlode.ejb.view;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.motherlode.model.money.Asset;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.PayoutTerms;
import org.motherlode.model.pool.OpenPool;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.reward.SchemeTerms;
import org.motherlode.model.view.NetworkView;
import org.motherlode.model.view.PoolView;

/** Puts a pool's view together. */
final class PoolViews {
    private static final Duration TODAY = Duration.ofHours(24);

    private final WorkRows work;
    private final BlockRows blocks;
    private final TermRows terms;
    private final PayoutInterval interval;
    private final InstantSource clock;

    PoolViews(Reads reads, Queries queries, PayoutInterval interval, InstantSource clock) {
        this.work = new WorkRows(reads);
        this.blocks = new BlockRows(reads, queries);
        this.terms = new TermRows(queries);
        this.interval = interval;
        this.clock = clock;
    }

    PoolView of(OpenPool pool, Online online, Optional<NetworkView> network, Optional<String> fingerprint) {
        Instant now = clock.instant();
        BlockTotals totals = blocks.totals(pool.name(), now.minus(TODAY));
        return new PoolView(
                pool.name().text(),
                pool.chain().id().name(),
                network.map(NetworkView::pow).orElse(pool.chain().pow().first().name()),
                work.hashrate(pool.name(), now),
                online.miners(),
                online.connections(),
                totals.found(),
                totals.today(),
                totals.last(),
                scheme(pool, network),
                threshold(pool),
                interval.seconds(),
                work.since(pool.name(), totals.last().orElse(Instant.EPOCH)),
                state(network, now),
                pool.definition().ports(),
                fingerprint);
    }

    private SchemeTerms scheme(OpenPool pool, Optional<NetworkView> network) {
        long next = network.map(now -> now.height() + 1).orElse(Long.MAX_VALUE);
        return terms.scheme(pool.name(), next).orElseGet(() -> {
            try {
                return SchemeTerms.first(
                        pool.definition().settings(), pool.chain().addresses());
            } catch (SettingException e) {
                throw new IllegalStateException("pool " + pool.name() + ": " + e.getMessage(), e);
            }
        });
    }

    private Money threshold(OpenPool pool) {
        Asset asset = pool.chain().asset();
        return terms.threshold(pool.name(), asset).orElseGet(() -> {
            try {
                return PayoutTerms.first(pool.definition().settings(), asset).threshold();
            } catch (SettingException e) {
                throw new IllegalStateException("pool " + pool.name() + ": " + e.getMessage(), e);
            }
        });
    }

    /** Open is a pool whose miners have work; of any other it is said why not. */
    static String state(Optional<NetworkView> network, Instant now) {
        if (network.isEmpty()) {
            return "waiting for the node's first answer";
        }
        if (network.get().asOf().plus(NetworkWatch.SILENCE).isBefore(now)) {
            return "no word from the node since " + network.get().asOf();
        }
        return network.get().work().isPresent() ? "open" : "no work: the node gives none at present";
    }
}
