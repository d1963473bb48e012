package org.motherlode.ejb.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motherlode.ejb.database.DatabaseException;
import org.motherlode.ejb.identity.Fact;
import org.motherlode.ejb.meter.Meters;
import org.motherlode.model.health.Condition;
import org.motherlode.model.pool.PoolName;

class OpeningPoolsTest {
    private final FakeGateway gateway = new FakeGateway();
    private final Pools pools = new Pools();
    private final Map<String, String> addresses = new TreeMap<>();
    private boolean databaseIsAway;
    private final OpeningPools.Register register = new OpeningPools.Register(pools, (pool, values) -> {
        if (databaseIsAway) {
            throw new DatabaseException(new SQLException("away"));
        }
        Map<Fact, String> known = new EnumMap<>(values);
        known.computeIfPresent(Fact.ADDRESS, (fact, value) -> addresses.getOrDefault(pool.text(), value));
        return known;
    });
    private final OpeningPools opening =
            new OpeningPools(gateway, List.of(new FakeChain()), register, InstantSource.system());

    @Test
    void a_pool_whose_settings_make_sense_opens_its_door() {
        assertThat(opening.open(FakeChain.definition("one", "toy", Map.of("fee.basis-points", "100", "toy.own", "1"))))
                .isPresent();

        assertThat(gateway.told).containsExactly("open one");
        assertThat(pools.find(new PoolName("one"))).isPresent();
    }

    @Test
    void a_server_that_must_not_let_miners_in_opens_no_pool_and_says_why() {
        gateway.pools.add(FakeChain.definition("one", "toy", Map.of()));
        gateway.pools.add(FakeChain.definition("two", "toy", Map.of()));

        Staff nobody = new Staff(Thread::new, new Meters(new SimpleMeterRegistry()));
        new PoolRun(gateway, pools, new Wakers(), new CurrentWork(), nobody).refuse(opening, "node 3 is retired");

        assertThat(gateway.told).containsExactly("stop one: node 3 is retired", "stop two: node 3 is retired");
        assertThat(pools.stopped()).hasSize(2);
        assertThat(pools.all()).isEmpty();
    }

    @Test
    void a_pool_that_meets_a_database_that_is_away_is_opened_when_that_is_back() {
        gateway.pools.add(FakeChain.definition("one", "toy", Map.of("template.poll-millis", "60000")));
        Staff staff = new Staff(Thread::new, new Meters(new SimpleMeterRegistry()));
        PoolRun run = new PoolRun(gateway, pools, new Wakers(), new CurrentWork(), staff);
        databaseIsAway = true;
        run.open(opening);
        run.openWaiting(opening);
        assertThat(gateway.told).containsExactly("stop one: it is opened as soon as the database lets it: away");

        databaseIsAway = false;
        run.openWaiting(opening);
        run.openWaiting(opening);
        run.stop();

        assertThat(gateway.told).filteredOn(line -> line.equals("open one")).hasSize(1);
        assertThat(pools.stopped()).isEmpty();
    }

    @Test
    void an_unknown_chain_stops_the_pool_and_the_known_ones_are_named() {
        assertThat(opening.open(FakeChain.definition("one", "tye", Map.of("toy.own", "1"))))
                .isEmpty();

        assertThat(gateway.told).containsExactly("stop one: chain must be one of toy, not 'tye'");
    }

    @Test
    void a_name_that_was_another_pools_stops_the_pool_with_both_values() {
        addresses.put("one", "another pool");
        opening.open(FakeChain.definition("one", "toy", Map.of()));

        assertThat(gateway.told)
                .singleElement()
                .asString()
                .startsWith(
                        "stop one: name 'one' is that of a pool whose address is another pool, and this one's is the pool");
        assertThat(pools.all()).isEmpty();
    }

    @Test
    void a_key_that_nobody_knows_stops_the_pool_and_is_named() {
        opening.open(FakeChain.definition("one", "toy", Map.of("fee.basispoints", "100")));

        assertThat(pools.stopped().get(new PoolName("one"))).startsWith("fee.basispoints is not a setting");
        assertThat(pools.all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "fee.basis-points, 10001",
        "window.percent, 0",
        "window.unfilled, keep",
        "scheme, pps",
        "window.shares, 0",
        "payout.threshold, 0.123456789",
        "payout.most-receivers, none",
        "payout.most-per-payout, 0",
        "payout.most-per-day, much",
        "payout.release-above, 1.123456789",
        "wallet.hot-most, -1"
    })
    void a_money_setting_that_makes_no_sense_stops_the_pool_and_is_named(String key, String value) {
        assertThat(opening.open(FakeChain.definition("one", "toy", Map.of(key, value))))
                .isEmpty();

        assertThat(gateway.told).singleElement().asString().startsWith("stop one: " + key + " must be");
        assertThat(pools.all()).isEmpty();
    }

    @Test
    void an_address_that_the_pool_cannot_pay_gets_no_donation() {
        opening.open(
                FakeChain.definition("one", "toy", Map.of("donation.basis-points", "10", "donation.address", "4eve")));
        opening.open(
                FakeChain.definition("two", "toy", Map.of("donation.basis-points", "10", "donation.address", "Teve")));

        assertThat(gateway.told)
                .containsExactly(
                        "stop one: donation.address must be an address that this pool can pay: A toy address begins"
                                + " with T.",
                        "open two");
    }

    @Test
    void what_a_chain_refuses_stops_only_its_pool() {
        opening.open(FakeChain.definition("one", "toy", Map.of("toy.broken", "true")));
        opening.open(FakeChain.definition("two", "toy", Map.of("toy.bug", "true")));
        opening.open(FakeChain.definition("three", "toy", Map.of("toy.jar-missing", "true")));
        opening.open(FakeChain.definition("four", "toy", Map.of()));

        assertThat(gateway.told)
                .containsExactly(
                        "stop one: toy.broken must not be",
                        "stop two: opening failed unexpectedly: java.lang.IllegalStateException: a bug",
                        "stop three: opening failed unexpectedly: java.lang.NoClassDefFoundError: toy/Coin",
                        "open four");
    }

    @Test
    void a_template_that_is_refreshed_too_late_stops_the_pool() {
        opening.open(
                FakeChain.definition("one", "toy", Map.of(TemplateTerms.REFRESH, "60", TemplateTerms.OLDEST, "60")));

        assertThat(gateway.told)
                .containsExactly(
                        "stop one: template.oldest-seconds must be more than" + " template.refresh-seconds, 60");
    }

    @Test
    void a_pool_that_was_stopped_is_a_condition_with_its_reason() {
        opening.open(FakeChain.definition("one", "tye", Map.of()));

        assertThat(new PoolConditions(gateway, pools, Map.of()).now())
                .contains(new Condition("one.pool", false, false, "chain must be one of toy, not 'tye'"))
                .contains(new Condition("adapter", false, true, "no pool is open"));
    }

    @Test
    void a_pool_that_the_adapter_could_not_read_or_open_is_a_condition_and_keeps_no_other_from_being_ready() {
        opening.open(FakeChain.definition("one", "toy", Map.of()));
        gateway.closed.put("two", "ports must be 'host:port dialect difficulty'");

        assertThat(new PoolConditions(gateway, pools, Map.of()).now())
                .containsExactly(
                        new Condition("adapter", true, true, "1 pools are open, the adapter shows 1 figures"),
                        new Condition("two.pool", false, false, "ports must be 'host:port dialect difficulty'"));
    }
}
