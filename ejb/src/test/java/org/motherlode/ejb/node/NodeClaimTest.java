package org.motherlode.ejb.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.postgres.Migrations;
import org.motherlode.ctl.process.Waiting;
import org.motherlode.ejb.database.Network;
import org.motherlode.ejb.lock.AdvisoryLocks;
import org.motherlode.ejb.lock.HeldConnection;
import org.motherlode.ejb.node.Standing.State;
import org.motherlode.model.health.Condition;

/** Two servers with node id 1 on one database. */
class NodeClaimTest {
    private static final NodeTerms TERMS = new NodeTerms(Duration.ofSeconds(1), Duration.ofSeconds(10));
    private static final String TAKEN = "another server uses node id 1; give each its own nodeId";

    private static EmbeddedPostgres postgres = EmbeddedPostgres.temporary();
    private static DataSource source = postgres.appDataSource();

    private long nanos;
    private final NodeClaim first = claim();
    private final NodeClaim second = claim();

    @BeforeAll
    static void startDatabase() {
        Migrations.run(postgres);
    }

    @AfterAll
    static void stopDatabase() {
        postgres.close();
    }

    @BeforeEach
    void firstComesFirst() {
        first.begin(1);
        second.begin(1);
        first.look();
    }

    @AfterEach
    void end() {
        first.end();
        second.end();
    }

    @Test
    void the_first_server_has_the_id_and_the_second_hears_what_to_do() {
        second.look();

        assertThat(first.condition()).isEqualTo(new Condition("node", true, false, "node id 1 is this server's"));
        assertThat(first.refusal()).isEmpty();
        assertThat(second.condition()).isEqualTo(new Condition("node", false, true, TAKEN));
        assertThat(second.refusal()).contains(TAKEN);
        assertThat(second.standing().isOurs()).isFalse();
    }

    @Test
    void another_id_of_the_same_database_is_free() {
        second.begin(2);
        second.look();

        assertThat(second.standing().state()).isEqualTo(State.OURS);
    }

    @Test
    void a_server_that_stops_leaves_the_id_to_the_next_one_at_once() {
        first.end();
        second.look();

        assertThat(second.standing().state()).isEqualTo(State.OURS);
    }

    @Test
    void a_server_that_was_refused_takes_the_id_when_it_has_been_free_for_a_while() {
        second.look();
        first.end();
        second.look();
        assertThat(second.standing().state()).isEqualTo(State.REFUSED);

        pass(TERMS.patience());
        second.look();

        assertThat(second.standing().state()).isEqualTo(State.OURS);
    }

    @Test
    void a_connection_that_was_cut_is_replaced_before_a_waiting_server_gets_the_id() throws SQLException {
        second.look();
        cut();
        second.look();
        first.look();
        pass(TERMS.patience());
        second.look();

        assertThat(first.standing().state()).isEqualTo(State.OURS);
        assertThat(second.standing().state()).isEqualTo(State.REFUSED);
    }

    @Test
    void an_outage_of_the_database_takes_nothing_away_and_the_id_is_taken_again_after_it() {
        try {
            postgres.stopImmediately();
            first.look();
            pass(TERMS.patience().multipliedBy(10));
            first.look();

            assertThat(first.standing().state()).isEqualTo(State.UNCONFIRMED);
            assertThat(first.standing().isOurs()).isTrue();
            assertThat(first.condition().needed()).as("miners need it").isFalse();
        } finally {
            postgres.start();
        }
        first.look();
        second.look();

        assertThat(first.standing().state()).isEqualTo(State.OURS);
        assertThat(second.standing().state()).isEqualTo(State.REFUSED);
    }

    @Test
    void a_server_whose_id_was_taken_during_an_outage_gives_up_only_when_that_lasts() throws SQLException {
        cut();
        second.look();
        assertThat(second.standing().state()).isEqualTo(State.OURS);
        first.look();
        assertThat(first.standing().state()).isEqualTo(State.UNCONFIRMED);

        pass(TERMS.patience());
        first.look();

        assertThat(first.standing().state()).isEqualTo(State.LOST);
        assertThat(first.condition().needed()).isTrue();
        assertThat(first.condition().words()).startsWith("another server took node id 1 while");
        second.end();
        first.look();
        assertThat(first.standing().state()).as("only a new start changes that").isEqualTo(State.LOST);
    }

    @Test
    void somebody_who_has_the_lock_for_a_moment_only_takes_nothing_away() throws SQLException {
        cut();
        try (HeldConnection passing =
                new AdvisoryLocks(source).tryHold("node/1").orElseThrow()) {
            assertThat(passing.isAlive()).isTrue();
            first.look();
        }
        pass(TERMS.patience());
        first.look();

        assertThat(first.standing().state()).isEqualTo(State.OURS);
    }

    @Test
    void a_former_connection_that_the_database_still_believes_in_is_nobody_else() throws SQLException {
        first.end();
        Network network = new Network(source);
        NodeClaim claim = new NodeClaim(new AdvisoryLocks(network.through()), TERMS, () -> nanos);
        claim.begin(1);
        claim.look();
        network.forget();
        waitsForItsOwn(claim);
    }

    @Test
    void a_lock_whose_answer_was_lost_is_nobody_else_s() throws SQLException {
        first.end();
        Network network = new Network(source);
        NodeClaim claim = new NodeClaim(new AdvisoryLocks(network.through()), TERMS, () -> nanos);
        claim.begin(1);
        claim.look();
        cut();
        network.forgetBefore("fence");
        claim.look();
        assertThat(new AdvisoryLocks(source).holder("node/1")).as("half taken").isPresent();

        waitsForItsOwn(claim);
    }

    @Test
    void an_id_is_not_confirmed_while_the_database_hangs() throws InterruptedException {
        Thread look = new Thread(first::look);
        try {
            postgres.hang();
            look.start();
            boolean told = Waiting.until(Duration.ofSeconds(30), () -> {
                pass(TERMS.patience());
                return !first.condition().up();
            });
            assertThat(told).isTrue();
            assertThat(first.condition().words())
                    .startsWith("node id 1 is not confirmed: the database has given no answer for ");
        } finally {
            postgres.goOn();
            look.join();
        }
        assertThat(first.condition().up()).isTrue();
    }

    @Test
    void an_id_that_is_forbidden_is_not_claimed() {
        first.end();
        second.forbid("node 1 is retired");
        second.look();
        assertThat(second.condition().words()).isEqualTo("node 1 is retired");
        assertThat(second.refusal()).as("for anybody's eyes").contains("node id 1 must not be used any more");
        assertThat(new AdvisoryLocks(source).holder("node/1")).isEmpty();
    }

    private NodeClaim claim() {
        return new NodeClaim(new AdvisoryLocks(postgres.appDataSource()), TERMS, () -> nanos);
    }

    /** It neither gives the id up nor waits for ever, and has it again when the database has noticed. */
    private void waitsForItsOwn(NodeClaim claim) throws SQLException {
        claim.look();
        pass(TERMS.patience().multipliedBy(10));
        claim.look();
        assertThat(claim.standing().state()).isEqualTo(State.UNCONFIRMED);

        cut();
        claim.look();

        assertThat(claim.standing().state()).isEqualTo(State.OURS);
        claim.end();
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }

    private static void cut() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(pid, 5000) FROM pg_locks WHERE locktype = 'advisory'");
        }
    }
}
