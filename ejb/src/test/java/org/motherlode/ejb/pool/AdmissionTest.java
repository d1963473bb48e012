package org.motherlode.ejb.pool;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.postgres.Migrations;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.identity.IdentityBook;
import org.motherlode.ejb.lock.AdvisoryLocks;
import org.motherlode.ejb.lock.HeldConnection;
import org.motherlode.ejb.meter.Meters;
import org.motherlode.ejb.node.NodeClaim;
import org.motherlode.ejb.node.NodeTerms;
import org.motherlode.model.health.Condition;

/** The pools of a server that shares its node id with another one. */
class AdmissionTest {
    private static final String TAKEN = "another server uses node id 0; give each its own nodeId";
    private static final NodeTerms TERMS = new NodeTerms(Duration.ofSeconds(1), Duration.ofSeconds(10));

    private static EmbeddedPostgres postgres = EmbeddedPostgres.temporary();

    private final FakeGateway gateway = new FakeGateway();
    private final Pools pools = new Pools();
    private final AdvisoryLocks locks = new AdvisoryLocks(postgres.appDataSource());
    private long nanos;
    private final NodeClaim claim = new NodeClaim(locks, TERMS, () -> nanos);
    private final PoolRun run = new PoolRun(
            gateway,
            pools,
            new Wakers(),
            new CurrentWork(),
            new Staff(Thread::new, new Meters(new SimpleMeterRegistry())));
    private final OpeningPools.Register register =
            new OpeningPools.Register(pools, new IdentityBook(new Database(postgres.appDataSource())));
    private final Admission admission = new Admission(
            claim, new OpeningPools(gateway, List.of(new FakeChain()), register, InstantSource.system()), run);

    @BeforeAll
    static void startDatabase() {
        Migrations.run(postgres);
    }

    @AfterAll
    static void stopDatabase() {
        postgres.close();
    }

    @BeforeEach
    void definePool() {
        gateway.pools.add(FakeChain.definition("one", "toy", Map.of("template.poll-millis", "60000")));
        claim.begin(0);
    }

    @AfterEach
    void end() {
        run.stop();
        claim.end();
    }

    @Test
    void no_pool_opens_while_another_server_has_the_id_and_health_says_so() {
        try (HeldConnection other = locks.tryHold("node/0").orElseThrow()) {
            assertThat(other.isAlive()).isTrue();
            admission.look();
            admission.look();

            assertThat(gateway.told).containsExactly("stop one: " + TAKEN);
            assertThat(new PoolConditions(gateway, pools, Map.of()).now())
                    .contains(new Condition("one.pool", false, false, TAKEN))
                    .contains(new Condition("adapter", false, true, "no pool is open"));
        }
    }

    @Test
    void pools_open_once_the_other_server_is_gone() {
        try (HeldConnection other = locks.tryHold("node/0").orElseThrow()) {
            assertThat(other.isAlive()).isTrue();
            admission.look();
        }
        admission.look();
        nanos += TERMS.patience().toNanos();
        admission.look();
        admission.look();

        assertThat(gateway.told).filteredOn(line -> line.equals("open one")).hasSize(1);
        assertThat(pools.all()).hasSize(1);
        assertThat(pools.stopped()).isEmpty();
    }

    @Test
    void an_outage_of_the_database_closes_no_pool() {
        admission.look();
        try {
            postgres.stopImmediately();
            admission.look();
            nanos += TERMS.patience().toNanos();
            admission.look();
        } finally {
            postgres.start();
        }
        admission.look();

        assertThat(gateway.told).filteredOn(line -> !line.startsWith("work on")).containsExactly("open one");
    }

    @Test
    void a_server_that_lost_its_id_sends_its_miners_away_and_goes_on_with_what_they_earned() {
        admission.look();
        claim.forbid("somebody else has it");
        admission.look();
        admission.look();

        assertThat(gateway.told)
                .filteredOn(line -> line.startsWith("stop"))
                .containsExactly("stop one: somebody else has it");
        assertThat(pools.all()).as("blocks to follow, miners to pay").hasSize(1);
    }
}
