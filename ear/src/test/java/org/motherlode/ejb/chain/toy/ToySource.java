package org.motherlode.ejb.chain.toy;

import java.math.BigInteger;
import java.util.List;
import org.motherlode.model.chain.BlockSource;
import org.motherlode.model.chain.BlockTemplate;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.chain.Tip;
import org.motherlode.model.work.Difficulty;

/** The toy node cannot push, so this source only answers. */
record ToySource(ToyRpc rpc, String address) implements BlockSource {
    @Override
    public Tip tip() throws NodeUnavailableException {
        List<String> words = rpc.ask("/tip");
        return new Tip(Long.parseLong(words.get(0)), words.get(1), new Difficulty(new BigInteger(words.get(2))));
    }

    @Override
    public BlockTemplate template() throws NodeUnavailableException {
        Tip tip = tip();
        return new ToyTemplate(tip.height() + 1, tip.blockId(), tip.nextDifficulty());
    }

    /** Each toy node is a network of its own, and they all call themselves so. */
    @Override
    public String network() {
        return "toy";
    }

    @Override
    public String payTo() {
        return address;
    }

    @Override
    public Subscription onNewTip(Runnable signal) {
        return () -> {};
    }
}
