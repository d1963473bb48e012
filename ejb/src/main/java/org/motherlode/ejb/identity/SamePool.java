package org.motherlode.ejb.identity;

import java.util.EnumMap;
import java.util.Map;
import org.motherlode.model.chain.Chain;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pool.SettingException;

/** Compares a pool that is opened with what it was when it was first opened. */
public final class SamePool {
    private static final String HELP = "give this one another name, or see 'What a pool is' in docs/operators.md";

    private SamePool() {}

    /**
     * The chain as the pool may use it. Whether its node is of the pool's network is only known when the node answers, so
     * until then, and whenever it is not, that chain says in a sentence that the node is of no use.
     *
     * @throws SettingException if the name is that of a pool with another chain, asset or address
     */
    public static Chain require(PoolName pool, Chain chain, Identities identities) throws SettingException {
        Map<Fact, String> facts = new EnumMap<>(Fact.class);
        facts.put(Fact.CHAIN, chain.id().name());
        facts.put(Fact.ASSET, chain.asset().code());
        facts.put(Fact.ADDRESS, chain.source().payTo());
        Map<Fact, String> known = identities.ruling(pool, facts);
        for (Map.Entry<Fact, String> fact : facts.entrySet()) {
            String ruling = known.getOrDefault(fact.getKey(), fact.getValue());
            if (!ruling.equals(fact.getValue())) {
                throw new SettingException("name", other(pool, fact.getKey(), ruling) + fact.getValue() + ": " + HELP);
            }
        }
        SameNetwork network = new SameNetwork(pool, chain.source(), identities);
        return new Chain(
                chain.id(),
                chain.asset(),
                chain.pow(),
                chain.addresses(),
                new GuardedSource(chain.source(), network),
                chain.sink(),
                block -> network.ask(() -> chain.watch().fate(block)),
                new GuardedWallet(chain.wallet(), network, chain.asset()),
                chain.closing());
    }

    private static String other(PoolName pool, Fact fact, String ruling) {
        return "'" + pool + "' is that of a pool whose " + fact.text() + " is " + ruling + ", and this one's is ";
    }

    static String otherNetwork(PoolName pool, String ruling, String network) {
        return "The node is of no use, for the name " + other(pool, Fact.NETWORK, ruling) + network
                + ": give the pool a node of its network, " + HELP;
    }
}
