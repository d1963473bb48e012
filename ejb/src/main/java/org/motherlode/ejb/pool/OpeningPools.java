package org.motherlode.ejb.pool;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.motherlode.ejb.database.DatabaseException;
import org.motherlode.ejb.identity.Identities;
import org.motherlode.ejb.identity.SamePool;
import org.motherlode.model.chain.Chain;
import org.motherlode.model.chain.ChainFactory;
import org.motherlode.model.chain.ChainId;
import org.motherlode.model.payout.HotWallet;
import org.motherlode.model.payout.PayoutTerms;
import org.motherlode.model.payout.ThresholdBounds;
import org.motherlode.model.pool.OpenPool;
import org.motherlode.model.pool.PoolDefinition;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.reward.SchemeTerms;
import org.motherlode.model.stratum.PoolDoor;
import org.motherlode.model.stratum.StratumGateway;

/** Opens a pool, or stops it with a sentence. What is wrong with one pool is never another's trouble. */
final class OpeningPools {
    private static final Logger LOG = Logger.getLogger(OpeningPools.class);

    private final StratumGateway gateway;
    private final Map<String, ChainFactory> chains = new TreeMap<>();
    private final Pools pools;
    private final Identities identities;
    private final InstantSource clock;
    private final Map<PoolName, String> waiting = new TreeMap<>();

    OpeningPools(StratumGateway gateway, Iterable<ChainFactory> factories, Register register, InstantSource clock) {
        this.gateway = gateway;
        this.pools = register.pools();
        this.identities = register.identities();
        this.clock = clock;
        for (ChainFactory factory : factories) {
            chains.put(factory.id().name(), factory);
        }
    }

    /** The pools of this server, and what each pool was when it was first opened. */
    record Register(Pools pools, Identities identities) {}

    /** The work of keeping its miners busy; empty if the pool was stopped. */
    Optional<Watching> open(PoolDefinition definition) {
        Optional<String> waitedFor = Optional.ofNullable(waiting.remove(definition.name()));
        try {
            ChainFactory factory = factory(definition.chain());
            NeutralSettings.check(definition);
            TemplateTerms terms = TemplateTerms.of(definition.settings());
            Chain chain = checked(definition, factory.open(definition));
            OpenPool pool = new OpenPool(definition, chain);
            pools.opened(pool);
            gateway.open(definition.name(), new PoolDoor(chain.addresses(), chain.pow()));
            LOG.infof("%s: open, chain %s", definition.name(), chain.id());
            TemplateWatcher watcher = new TemplateWatcher(pool, gateway, terms, clock);
            return Optional.of(new Watching(watcher, chain.source(), terms.poll()));
        } catch (SettingException e) {
            return stop(definition, String.valueOf(e.getMessage()));
        } catch (DatabaseException e) {
            return await(definition, waitedFor, String.valueOf(e.getMessage()));
        } catch (RuntimeException | Error e) { // a bug in a chain's code must not keep the other pools closed
            LOG.errorf(e, "%s: opening failed unexpectedly", definition.name());
            return stop(definition, "opening failed unexpectedly: " + e);
        }
    }

    /** Whether it could not be opened for want of the database. */
    boolean isWaiting(PoolDefinition definition) {
        return waiting.containsKey(definition.name());
    }

    /** Told once for each reason: it is tried again every second. */
    private Optional<Watching> await(PoolDefinition definition, Optional<String> waitedFor, String why) {
        waiting.put(definition.name(), why);
        return waitedFor.filter(why::equals).isPresent()
                ? Optional.empty()
                : stop(definition, "it is opened as soon as the database lets it: " + why);
    }

    // Only the chain knows how many decimals an amount may have, what an address is, and whom its templates pay.
    private Chain checked(PoolDefinition definition, Chain chain) throws SettingException {
        try {
            SchemeTerms.first(definition.settings(), chain.addresses());
            PayoutTerms payout = PayoutTerms.first(definition.settings(), chain.asset());
            ThresholdBounds.of(definition.settings(), payout.threshold());
            HotWallet.most(definition.settings(), chain.asset());
            return SamePool.require(definition.name(), chain, identities);
        } catch (SettingException | DatabaseException e) {
            chain.close();
            throw e;
        }
    }

    /** Stops a pool that nothing is wrong with, for the sake of all. */
    void refuse(PoolDefinition definition, String why) {
        stop(definition, why);
    }

    private Optional<Watching> stop(PoolDefinition definition, String why) {
        LOG.errorf("%s: stopped: %s", definition.name(), why);
        pools.stopped(definition.name(), why);
        gateway.stop(definition.name(), why);
        return Optional.empty();
    }

    private ChainFactory factory(ChainId id) throws SettingException {
        Optional<ChainFactory> factory = Optional.ofNullable(chains.get(id.name()));
        return factory.orElseThrow(() -> new SettingException(
                "chain", "must be one of " + String.join(", ", chains.keySet()) + ", not '" + id + "'"));
    }
}
