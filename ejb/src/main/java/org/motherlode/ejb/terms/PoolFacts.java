package org.motherlode.ejb.terms;

import org.motherlode.model.money.Asset;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pool.Settings;

/** What bookkeeping needs to know of a pool. */
public record PoolFacts(PoolName pool, Asset asset, Settings settings) {}
