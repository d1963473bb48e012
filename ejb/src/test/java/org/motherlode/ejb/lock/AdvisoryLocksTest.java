package org.motherlode.ejb.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.postgres.Migrations;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.Network;
import org.motherlode.model.lock.Fence;
import org.motherlode.model.lock.FencedOffException;
import org.motherlode.model.lock.Locks.Held;

class AdvisoryLocksTest {
    private static final String LOCK = "pay/monero";

    private static EmbeddedPostgres postgres;
    private static DataSource source;

    private AdvisoryLocks locks;

    @BeforeAll
    static void startDatabase() {
        postgres = EmbeddedPostgres.temporary();
        Migrations.run(postgres);
        source = postgres.appDataSource();
    }

    @AfterAll
    static void stopDatabase() {
        postgres.close();
    }

    @BeforeEach
    void makeLocks() {
        locks = new AdvisoryLocks(source);
    }

    @Test
    void a_lock_has_one_holder_until_it_is_given_back() {
        try (Held first = locks.tryLock(LOCK).orElseThrow()) {
            assertThat(first.fence().lock()).isEqualTo(LOCK);
            assertThat(locks.tryLock(LOCK)).isEmpty();
            try (Held other = locks.tryLock("settle/monero").orElseThrow()) {
                assertThat(other.fence().lock()).isEqualTo("settle/monero");
            }
        }
        Held next = locks.tryLock(LOCK).orElseThrow();
        next.close();
        next.close();
        assertThat(locks.tryLock(LOCK)).hasValueSatisfying(Held::close);
    }

    @Test
    void each_holder_has_a_larger_number_and_the_one_before_can_write_no_more() {
        Held first = locks.tryLock(LOCK).orElseThrow();
        new Fences(new Database(source)).demand(first.fence());
        first.close();
        try (Held second = locks.tryLock(LOCK).orElseThrow()) {
            assertThat(second.fence().number()).isGreaterThan(first.fence().number());
            assertThatThrownBy(() -> new Fences(new Database(source)).demand(first.fence(), LOCK))
                    .isInstanceOf(FencedOffException.class);
        }
    }

    @Test
    void several_locks_taken_together_live_on_one_connection_and_are_given_back_one_by_one() {
        try (Held other = locks.tryLock("pay/b").orElseThrow()) {
            Map<String, Held> held = locks.tryLocks(List.of("pay/a", "pay/b", "pay/c"));

            assertThat(other.fence().lock()).isEqualTo("pay/b");
            assertThat(held).containsOnlyKeys("pay/a", "pay/c");
            assertThat(locks.holder("pay/a")).isPresent().isEqualTo(locks.holder("pay/c"));
            List<Held> ours = List.copyOf(held.values());
            ours.get(0).close();
            assertThat(locks.tryLock("pay/a")).hasValueSatisfying(Held::close);
            assertThat(locks.tryLock("pay/c")).isEmpty();
            ours.get(1).close();
            assertThat(locks.tryLock("pay/c")).hasValueSatisfying(Held::close);
        }
    }

    @Test
    void many_locks_are_taken_where_there_are_two_connections_only() throws SQLException {
        DataSource two = new Network(source).atMost(2);
        List<String> names =
                IntStream.range(0, 50).mapToObj(number -> "pay/pool" + number).toList();
        try (Held one = new AdvisoryLocks(two).tryLock("pay/pool7").orElseThrow()) {
            Map<String, Held> held = new AdvisoryLocks(two).tryLocks(names);

            assertThat(one.fence().lock()).isEqualTo("pay/pool7");
            assertThat(held).hasSize(names.size() - 1);
            assertThatThrownBy(two::getConnection).hasMessageContaining("no connection is free");
            held.values().forEach(Held::close);
            two.getConnection().close();
        }
    }

    @Test
    void a_lock_ends_with_its_connection() throws SQLException {
        Held cutOff = locks.tryLock(LOCK).orElseThrow();
        change("SELECT pg_terminate_backend(pid, 5000) FROM pg_locks WHERE locktype = 'advisory' AND granted");

        try (Held next = locks.tryLock(LOCK).orElseThrow()) {
            cutOff.close();

            assertThat(locks.tryLock(LOCK)).isEmpty();
            new Fences(new Database(source)).demand(next.fence());
        }
    }

    @Test
    void nobody_gets_the_next_number_while_a_holder_is_writing() throws SQLException {
        try (Held held = locks.tryLock(LOCK).orElseThrow();
                Connection writing = source.getConnection();
                Statement statement = writing.createStatement()) {
            writing.setAutoCommit(false);
            statement.execute(
                    "SELECT number FROM fence WHERE lock = '" + held.fence().lock() + "' FOR SHARE");

            assertThatThrownBy(() -> change("SET lock_timeout = 50; UPDATE fence SET number = number + 1"))
                    .hasMessageContaining("lock timeout");
            writing.rollback();
        }
    }

    @Test
    void a_number_never_shrinks() {
        try (Held held = locks.tryLock(LOCK).orElseThrow()) {
            assertThatThrownBy(() -> change("UPDATE fence SET number = number - 1 WHERE lock = '" + LOCK + "'"))
                    .hasMessageContaining(held.fence().lock());
        }
    }

    @Test
    void the_fence_of_another_lock_proves_nothing() {
        Fences fences = new Fences(new Database(source));

        assertThatThrownBy(() -> fences.demand(new Fence("settle/monero", 1), LOCK))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fences.demand(new Fence("never taken", 1))).isInstanceOf(FencedOffException.class);
    }

    private static void change(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
