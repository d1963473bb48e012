package org.motherlode.web.json;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigInteger;
import java.util.Optional;
import org.motherlode.model.pool.ListenPort;
import org.motherlode.model.view.NetworkView;
import org.motherlode.model.view.PoolView;
import org.motherlode.model.view.WorkView;

/** A pool and its network. */
public final class PoolJson {
    /** The state of a pool that takes no miners. */
    public static final String CLOSED = "closed";

    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    private PoolJson() {}

    /** What {@code /pool/stats} says; the round's effort only where the network's difficulty is known. */
    public static JsonObject of(PoolView pool, Optional<NetworkView> network) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("pool", pool.name())
                .add("chain", pool.chain())
                .add("algorithm", pool.pow())
                .add("asset", pool.minimumPayout().asset().code())
                .add("asset_decimals", pool.minimumPayout().asset().decimals())
                .add("state", pool.state())
                .add("hashrate", pool.hashrate())
                .add("hashrate_formatted", Hashrates.formatted(pool.hashrate()))
                .add("hashrate_unit", "H/s")
                .add("miners", pool.miners())
                .add("workers", pool.workers())
                .add("workers_online", pool.workers())
                .add("blocks_found", pool.blocksFound())
                .add("blocks_total", pool.blocksFound())
                .add("blocks_found_24h", pool.blocksFoundToday());
        pool.lastBlockAt().ifPresent(at -> json.add("last_block_time", at.getEpochSecond()));
        json.add("round_work", pool.roundWork());
        network.ifPresent(now -> json.add("round_effort_percent", percent(pool.roundWork(), now.difficulty())));
        return terms(json, pool).add("ports", ports(pool)).build();
    }

    /**
     * A pool that was defined and does not run.
     *
     * @param setting empty if none is to blame
     * @param reason why no pool of this server takes miners, if so
     */
    public static JsonObject closed(String pool, String setting, Optional<String> reason) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("pool", pool).add("state", CLOSED);
        if (!setting.isEmpty()) {
            json.add("setting", setting);
        }
        reason.ifPresent(why -> json.add("reason", why));
        return json.build();
    }

    /** What {@code /network/stats} says. */
    public static JsonObject of(NetworkView network) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("height", network.height())
                .add("difficulty", network.difficulty())
                .add("algorithm", network.pow());
        network.hashrate().ifPresent(rate -> json.add("network_hashrate", rate)
                .add("hashrate", rate)
                .add("hashrate_formatted", Hashrates.formatted(rate)));
        network.blockInterval().ifPresent(interval -> json.add("block_time", interval.toSeconds()));
        network.seedInterval().ifPresent(blocks -> json.add("seed_interval", blocks));
        network.work().ifPresent(work -> add(json, work));
        return json.add("as_of", network.asOf().getEpochSecond()).build();
    }

    private static void add(JsonObjectBuilder json, WorkView work) {
        work.seed().ifPresent(seed -> json.add("seed_hash", seed.hex()));
        work.nextSeed().ifPresent(seed -> json.add("next_seed_hash", seed.hex()));
        work.reward().ifPresent(reward -> json.add("block_reward", Amounts.decimal(reward))
                .add("block_reward_atoms", reward.atoms().toString())
                .add("asset", reward.asset().code()));
    }

    private static JsonObjectBuilder terms(JsonObjectBuilder json, PoolView pool) {
        return json.add("pool_fee", SchemeJson.percent(pool.terms().fee()))
                .add("payout_scheme", pool.terms().scheme().title())
                .add("scheme", SchemeJson.of(pool.terms()))
                .add("min_payout", Amounts.brief(pool.minimumPayout()))
                .add("min_payout_atoms", pool.minimumPayout().atoms().toString())
                .add("payout_interval", Spans.words(pool.payoutIntervalSeconds()))
                .add("payout_interval_seconds", pool.payoutIntervalSeconds());
    }

    private static JsonArrayBuilder ports(PoolView pool) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (ListenPort port : pool.ports()) {
            JsonObjectBuilder json = Json.createObjectBuilder()
                    .add("host", port.host())
                    .add("port", port.port())
                    .add("dialect", port.dialect())
                    .add("difficulty", port.startDifficulty().value())
                    .add("plain", port.security().takesPlain())
                    .add("tls", port.security().takesTls());
            port.least().ifPresent(least -> json.add("least_difficulty", least.value()));
            pool.fingerprint()
                    .filter(hash -> port.security().takesTls())
                    .ifPresent(hash -> json.add("tls_fingerprint", hash));
            array.add(json);
        }
        return array;
    }

    /** Whole percent, rounded down. */
    private static BigInteger percent(BigInteger part, BigInteger whole) {
        return whole.signum() == 0 ? BigInteger.ZERO : part.multiply(HUNDRED).divide(whole);
    }
}
