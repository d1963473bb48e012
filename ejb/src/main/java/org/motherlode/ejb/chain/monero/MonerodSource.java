package org.motherlode.ejb.chain.monero;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.motherlode.model.chain.BlockSource;
import org.motherlode.model.chain.BlockTemplate;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.chain.Tip;

/** Templates from monerod, which pay to the pool's address; pushes by ZMQ where that is set. */
final class MonerodSource implements BlockSource, AutoCloseable {
    private static final Duration BLOCK_INTERVAL = Duration.ofMinutes(2);
    private static final int SEED_INTERVAL = 2048;

    private final Monerod node;
    private final String payTo;
    private final Optional<ZmqFeed> feed;
    private final PowByVersion functions;
    private final Optional<ChoosingTerms> choosing;
    private final Set<Subscription> open = ConcurrentHashMap.newKeySet();

    MonerodSource(
            Monerod node,
            String payTo,
            Optional<ZmqFeed> feed,
            PowByVersion functions,
            Optional<ChoosingTerms> choosing) {
        this.functions = functions;
        this.choosing = choosing;
        this.node = node;
        this.payTo = payTo;
        this.feed = feed;
    }

    @Override
    public Tip tip() throws NodeUnavailableException {
        NodeInfo info = node.info();
        return new Tip(info.blocks() - 1, info.tipId(), info.nextDifficulty());
    }

    @Override
    public String network() throws NodeUnavailableException {
        return node.networkAndFirstBlock();
    }

    @Override
    public String payTo() {
        return payTo;
    }

    /** DIFFICULTY_TARGET_V2 of the protocol; private chains retarget to the same. */
    @Override
    public Optional<Duration> blockInterval() {
        return Optional.of(BLOCK_INTERVAL);
    }

    /** SEEDHASH_EPOCH_BLOCKS of monerod's rx-slow-hash.c. */
    @Override
    public Optional<Integer> seedInterval() {
        return Optional.of(SEED_INTERVAL);
    }

    @Override
    public BlockTemplate template() throws NodeUnavailableException {
        return TemplateAnswer.read(node.template(payTo, MoneroTemplate.EXTRA_NONCE_BYTES), functions, choosing);
    }

    @Override
    public Subscription onNewTip(Runnable signal) {
        if (feed.isEmpty()) {
            return () -> {};
        }
        ZmqSubscription subscription = ZmqSubscription.open(feed.get(), signal);
        Subscription registered = () -> subscription.close();
        open.add(registered);
        return () -> {
            open.remove(registered);
            registered.close();
        };
    }

    @Override
    public void close() {
        open.forEach(Subscription::close);
        open.clear();
    }
}
