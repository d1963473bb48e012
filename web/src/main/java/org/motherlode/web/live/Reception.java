package org.motherlode.web.live;

import java.util.List;
import java.util.Optional;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.view.Projections;

/** Talks with listeners: lets them in, and takes their requests. */
final class Reception {
    private final Projections projections;
    private final Audience audience;
    private final Envelope envelope;
    private final LiveBounds bounds;

    Reception(Projections projections, Audience audience, Envelope envelope, LiveBounds bounds) {
        this.projections = projections;
        this.audience = audience;
        this.envelope = envelope;
        this.bounds = bounds;
    }

    /** Lets a connection in, or cuts it and says why. Without a name the first pool is meant. */
    void enter(String id, Optional<String> named, Wire wire) {
        List<PoolName> pools = projections.pools();
        Optional<PoolName> pool = pools.stream()
                .filter(known -> named.isEmpty() || known.text().equals(named.get()))
                .findFirst();
        if (pool.isEmpty()) {
            wire.cut(pools.isEmpty() ? "no pool runs here now" : "there is no pool of this name");
            return;
        }
        if (!audience.admit(id, () -> new Listener(pool.get(), new Outbox(wire, bounds), bounds))) {
            wire.cut("full: " + bounds.clients() + " listeners are connected");
        }
    }

    void leave(String id) {
        audience.leave(id);
    }

    void hear(String id, String text, Wire wire) {
        if (!audience.knows(id)) {
            return;
        }
        Listener listener = audience.byId(id);
        if (!listener.mayAsk()) {
            wire.cut("too many requests");
            return;
        }
        LiveRequest.parse(text).fold(new Answering(listener)).ifPresent(listener.outbox()::add);
    }

    private Optional<String> channel(PoolName pool, String name) {
        if (Channel.isPlain(name)) {
            return Optional.of(name);
        }
        if (!Channel.isMiner(name)) {
            return Optional.empty();
        }
        return projections
                .address(pool, Channel.address(name))
                .fold(payable -> Optional.of(Channel.ofMiner(payable.address().text())), refused -> Optional.empty());
    }

    /** Changes what a listener hears; the answer, if there is one, is the message to send. */
    private final class Answering implements LiveRequest.Cases<Optional<String>> {
        private final Listener listener;

        private Answering(Listener listener) {
            this.listener = listener;
        }

        @Override
        public Optional<String> subscribe(LiveRequest.Subscribe subscribe) {
            for (String name : subscribe.channels()) {
                Optional<String> channel = channel(listener.pool(), name);
                if (channel.isEmpty()) {
                    return say("There is no such channel; there are stats, blocks, payments and miner:<address>.");
                }
                if (!listener.subscribe(channel.get())) {
                    return say("One connection has at most " + bounds.channels() + " channels.");
                }
            }
            return Optional.empty();
        }

        @Override
        public Optional<String> unsubscribe(LiveRequest.Unsubscribe unsubscribe) {
            unsubscribe.channels().forEach(listener::unsubscribe);
            return Optional.empty();
        }

        @Override
        public Optional<String> ping(LiveRequest.Ping ping) {
            return Optional.of(envelope.pong());
        }

        @Override
        public Optional<String> malformed(LiveRequest.Malformed malformed) {
            return say(malformed.sentence());
        }

        private Optional<String> say(String sentence) {
            return Optional.of(envelope.error(sentence));
        }
    }
}
