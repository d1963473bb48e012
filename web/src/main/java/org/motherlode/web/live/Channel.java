package org.motherlode.web.live;

import java.util.Set;

/** Names of channels. */
final class Channel {
    static final String STATS = "stats";
    static final String BLOCKS = "blocks";
    static final String PAYMENTS = "payments";
    private static final String MINER = "miner:";
    private static final Set<String> PLAIN = Set.of(STATS, BLOCKS, PAYMENTS);

    private Channel() {}

    static boolean isPlain(String channel) {
        return PLAIN.contains(channel);
    }

    static boolean isMiner(String channel) {
        return channel.startsWith(MINER);
    }

    static String ofMiner(String address) {
        return MINER + address;
    }

    /** The address behind {@code miner:}. */
    static String address(String channel) {
        return channel.substring(MINER.length());
    }
}
