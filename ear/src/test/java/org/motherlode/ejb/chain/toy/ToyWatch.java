package org.motherlode.ejb.chain.toy;

import java.util.List;
import org.motherlode.model.block.BlockRef;
import org.motherlode.model.chain.BlockFate;
import org.motherlode.model.chain.BlockWatch;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.money.Money;

/** Only a mature block has a reward here. */
record ToyWatch(ToyRpc rpc) implements BlockWatch {
    @Override
    public BlockFate fate(BlockRef block) throws NodeUnavailableException {
        List<String> words = rpc.ask("/block/" + block.id() + "/" + block.height());
        return switch (words.get(0)) {
            case "pending" -> new BlockFate.Pending(Long.parseLong(words.get(1)), Long.parseLong(words.get(2)));
            case "mature" -> new BlockFate.Matured(Money.ofAtoms(Long.parseLong(words.get(1)), ToyChains.TOY));
            case "orphan" -> new BlockFate.Orphaned("another toy block has its height");
            default -> new BlockFate.Unknown("the toy node does not know it");
        };
    }
}
