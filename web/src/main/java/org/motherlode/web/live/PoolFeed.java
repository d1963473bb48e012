package org.motherlode.web.live;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.view.BlockView;
import org.motherlode.model.view.NetworkView;
import org.motherlode.model.view.PaymentView;
import org.motherlode.model.view.Projections;
import org.motherlode.web.json.BlockJson;
import org.motherlode.web.json.MinerJson;
import org.motherlode.web.json.PaymentJson;
import org.motherlode.web.json.PoolJson;

/** Turns one pool's projections into messages: figures every time, blocks and payments when they change. */
final class PoolFeed {
    private static final int WATCHED_ROWS = 20;

    private final PoolName pool;
    private final Projections projections;
    private final Audience audience;
    private final Envelope envelope;
    private final Changes<BlockView> blocks = new Changes<>(
            BlockView::number, block -> List.of(block.state(), block.confirmations(), block.reward(), block.id()));
    private final Changes<PaymentView> payments = new Changes<>(
            paid -> List.of(paid.batch(), paid.address()), paid -> List.of(paid.state(), paid.transactionId()));

    PoolFeed(PoolName pool, Projections projections, Audience audience, Envelope envelope) {
        this.pool = pool;
        this.projections = projections;
        this.audience = audience;
        this.envelope = envelope;
    }

    void tellStats() {
        Optional<NetworkView> network = projections.network(pool);
        projections
                .pool(pool)
                .map(view -> withNetwork(PoolJson.of(view, network), network))
                .ifPresent(stats -> audience.tell(pool, Channel.STATS, envelope.of("stats", stats)));
    }

    void tellBlocks() {
        for (Changes.Change<BlockView> change : blocks.since(projections.blocks(pool, WATCHED_ROWS, 0))) {
            String type = change.isNew() ? "new_block" : "block";
            audience.tell(pool, Channel.BLOCKS, envelope.of(type, BlockJson.of(change.item())));
        }
    }

    void tellPayments() {
        for (Changes.Change<PaymentView> change : payments.since(projections.payments(pool, WATCHED_ROWS, 0))) {
            String type = change.isNew() ? "new_payment" : "payment";
            audience.tell(pool, Channel.PAYMENTS, envelope.of(type, PaymentJson.of(change.item())));
        }
    }

    void tellMiners() {
        for (String address : audience.miners(pool)) {
            projections
                    .miner(pool, address)
                    .ifPresent(miner ->
                            audience.tell(pool, Channel.ofMiner(address), envelope.of("miner", MinerJson.of(miner))));
        }
    }

    private static JsonObject withNetwork(JsonObject stats, Optional<NetworkView> network) {
        return network.map(now -> Json.createObjectBuilder(stats)
                        .add("network", PoolJson.of(now))
                        .add("difficulty", now.difficulty())
                        .add("height", now.height())
                        .build())
                .orElse(stats);
    }
}
