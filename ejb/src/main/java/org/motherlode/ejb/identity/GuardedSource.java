package org.motherlode.ejb.identity;

import java.time.Duration;
import java.util.Optional;
import org.motherlode.model.chain.BlockSource;
import org.motherlode.model.chain.BlockTemplate;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.chain.Tip;

/** Gives no work of another network. */
record GuardedSource(BlockSource source, SameNetwork same) implements BlockSource {
    @Override
    public Tip tip() throws NodeUnavailableException {
        return same.ask(source::tip);
    }

    @Override
    public BlockTemplate template() throws NodeUnavailableException {
        return same.ask(source::template);
    }

    @Override
    public String network() throws NodeUnavailableException {
        return source.network();
    }

    @Override
    public String payTo() {
        return source.payTo();
    }

    @Override
    public Optional<Duration> blockInterval() {
        return source.blockInterval();
    }

    @Override
    public Optional<Integer> seedInterval() {
        return source.seedInterval();
    }

    @Override
    public Subscription onNewTip(Runnable signal) {
        return source.onNewTip(signal);
    }
}
