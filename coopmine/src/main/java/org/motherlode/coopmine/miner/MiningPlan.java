package org.motherlode.coopmine.miner;

import java.time.Duration;
import java.util.OptionalLong;
import org.motherlode.stratum.client.ClientSettings;
import org.motherlode.stratum.client.PoolAddress;
import org.motherlode.stratum.client.Worker;

/**
 * What to do.
 *
 * @param shares accepted ones after which to stop
 * @param reportEvery between two hash rates
 */
record MiningPlan(
        PoolAddress pool,
        Worker worker,
        ClientSettings settings,
        int threads,
        OptionalLong shares,
        Duration reportEvery) {}
