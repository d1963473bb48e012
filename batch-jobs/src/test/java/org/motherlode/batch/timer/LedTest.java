package org.motherlode.batch.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.motherlode.model.health.LookWatch;
import org.motherlode.model.lock.Fence;
import org.motherlode.model.lock.Locks;
import org.motherlode.model.pool.PoolName;

/** Two servers, "one" and "two", and the pools that are open on them. */
class LedTest {
    private static final PoolName A = new PoolName("a");
    private static final PoolName B = new PoolName("b");

    private final List<String> looked = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final Set<PoolName> broken = new HashSet<>();
    private final Database database = new Database();
    private final Set<PoolName> openOnOne = new HashSet<>(Set.of(A, B));
    private final Set<PoolName> openOnTwo = new HashSet<>(Set.of(A, B));
    private final Led one = server("one", openOnOne);
    private final Led two = server("two", openOnTwo);

    @Test
    void one_server_looks_and_another_does_not() {
        one.run();
        two.run();
        one.run();

        assertThat(looked).containsExactly("one [a, b]", "two []", "one [a, b]");
        assertThat(told).as("what the watch hears").isEqualTo(looked);
        assertThat(database.held).hasSize(2);
    }

    @Test
    void each_pool_is_led_by_a_server_that_has_it() {
        openOnOne.remove(A);
        openOnTwo.remove(B);
        one.run();
        two.run();

        assertThat(looked).containsExactly("one [b]", "two [a]");
    }

    @Test
    void a_server_without_open_pools_keeps_nobody_else_from_looking() {
        one.run();
        openOnOne.clear();
        one.run();
        two.run();

        assertThat(looked).containsExactly("one [a, b]", "one []", "two [a, b]");
    }

    @Test
    void whoever_comes_first_looks_when_the_connection_of_the_one_that_looked_has_ended() {
        one.run();
        List<Lock> dead = List.copyOf(database.held);
        database.held.clear();
        two.run();
        one.run();

        assertThat(looked).containsExactly("one [a, b]", "two [a, b]", "one []");
        assertThat(database.closed)
                .as("the dead ones, for their connection's sake")
                .containsAll(dead);
    }

    @Test
    void a_server_that_goes_leaves_the_looking_to_another_one() {
        one.run();
        one.end();
        two.run();

        assertThat(looked).containsExactly("one [a, b]", "two [a, b]");
    }

    @Test
    void a_server_that_cannot_look_at_a_pool_leaves_that_one_to_another() {
        one.run();
        broken.add(B);
        one.run();
        broken.clear();
        two.run();
        one.run();

        assertThat(looked).containsExactly("one [a, b]", "one [a, b]", "two [b]", "one [a]");
        assertThat(told)
                .as("what the watch hears")
                .containsExactly("one [a, b]", "one [a] not [b]", "two [b]", "one [a]");
    }

    @Test
    void a_server_whose_looks_fail_altogether_leaves_all_of_them() {
        one.run();
        database.away = true;
        database.held.clear();
        assertThatThrownBy(one::run).hasMessage("away");
        database.away = false;
        two.run();

        assertThat(looked).containsExactly("one [a, b]", "two [a, b]");
        assertThat(told).as("what failed was no look").isEqualTo(looked);
        one.end();
        assertThat(database.held).as("none of them was the other's").hasSize(2);
    }

    private Led server(String name, Set<PoolName> open) {
        LookWatch watch = new LookWatch() {
            @Override
            public void expect(String job, Duration every) {
                throw new AssertionError("it looks already");
            }

            @Override
            public void looked(String job, Set<PoolName> pools, Set<PoolName> failed) {
                told.add(words(name, pools) + (failed.isEmpty() ? "" : " not " + failed));
            }
        };
        return new Led("settle-block", database, () -> open, watch, pools -> {
            looked.add(words(name, pools));
            Set<PoolName> failed = new HashSet<>(pools);
            failed.retainAll(broken);
            return failed;
        });
    }

    private static String words(String server, Set<PoolName> pools) {
        return server + " " + new TreeSet<>(pools);
    }

    private static final class Database implements Locks {
        private final List<Lock> held = new ArrayList<>();
        private final List<Lock> closed = new ArrayList<>();
        private boolean away;
        private long last;

        @Override
        public Optional<Held> tryLock(String name) {
            if (away) {
                throw new IllegalStateException("away");
            }
            assertThat(name).startsWith("look/settle-block/");
            if (held.stream().anyMatch(lock -> lock.fence().lock().equals(name))) {
                return Optional.empty();
            }
            Lock lock = new Lock(this, new Fence(name, ++last));
            held.add(lock);
            return Optional.of(lock);
        }
    }

    private record Lock(Database database, Fence fence) implements Locks.Held {
        @Override
        public boolean isAlive() {
            return database.held.contains(this);
        }

        @Override
        public void close() {
            database.held.remove(this);
            database.closed.add(this);
        }
    }
}
