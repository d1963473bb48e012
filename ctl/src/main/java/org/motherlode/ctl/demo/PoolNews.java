package org.motherlode.ctl.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the pool tells of blocks and payments that it did not tell before. */
final class PoolNews {
    private final PoolApi api;
    private final DemoChain chain;

    PoolNews(PoolApi api, DemoChain chain) {
        this.api = api;
        this.chain = chain;
    }

    Set<String> blockIds() throws IOException, InterruptedException {
        return api.blocks().stream().map(PoolApi.Block::id).collect(Collectors.toSet());
    }

    /** The oldest block that is not among these and that the node has on its main chain. */
    Optional<PoolApi.Block> newBlock(Set<String> before) throws IOException, InterruptedException {
        List<PoolApi.Block> fresh = api.blocks().stream()
                .filter(block -> !before.contains(block.id()) && block.state().equals("IMMATURE"))
                .sorted(Comparator.comparingLong(PoolApi.Block::height))
                .toList();
        for (PoolApi.Block block : fresh) {
            if (chain.node().confirms(block.height(), block.id())) return Optional.of(block);
        }
        return Optional.empty();
    }

    Optional<PoolApi.Block> block(String id) throws IOException, InterruptedException {
        return api.blocks().stream().filter(block -> block.id().equals(id)).findFirst();
    }

    /** To either miner. */
    Payments payments() throws IOException, InterruptedException {
        List<PoolApi.Payment> all = new ArrayList<>(payments(chain.addresses().amy()));
        all.addAll(payments(chain.addresses().bob()));
        return new Payments(all);
    }

    /** A miner that the pool does not know yet has no payments. */
    private List<PoolApi.Payment> payments(String address) throws IOException, InterruptedException {
        return api.knows(address) ? api.payments(address) : List.of();
    }
}
