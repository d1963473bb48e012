package org.motherlode.batch.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.motherlode.model.health.LookWatch;
import org.motherlode.model.lock.Fence;
import org.motherlode.model.lock.Locks;

class LedTest {
    private final List<String> done = new ArrayList<>();
    private final List<String> looked = new ArrayList<>();
    private final Database database = new Database();
    private final Led one = server("one");
    private final Led two = server("two");

    @Test
    void one_server_looks_and_another_does_not() {
        one.look();
        two.look();
        one.look();

        assertThat(done).containsExactly("one looks", "two rests", "one looks");
        assertThat(looked).containsExactly("one settle-block", "two settle-block", "one settle-block");
        assertThat(database.asked).containsExactly("look/settle-block", "look/settle-block");
    }

    @Test
    void whoever_comes_first_looks_when_the_connection_of_the_one_that_looked_has_ended() {
        one.look();
        database.endConnections();
        two.look();
        one.look();

        assertThat(done).containsExactly("one looks", "two looks", "one rests");
    }

    @Test
    void a_server_that_goes_leaves_the_looking_to_another_one() {
        one.look();
        one.end();
        two.look();

        assertThat(done).containsExactly("one looks", "two looks");
    }

    @Test
    void nobody_looks_while_the_database_is_away_and_afterwards_it_goes_on() {
        one.look();
        database.endConnections();
        database.away = true;
        assertThatThrownBy(one::look).hasMessage("away");
        assertThatThrownBy(two::look).hasMessage("away");
        database.away = false;
        assertThat(looked).as("what failed was no look").hasSize(1);
        one.look();
        two.look();

        assertThat(done).containsExactly("one looks", "one looks", "two rests");
    }

    private Led server(String name) {
        LookWatch watch = new LookWatch() {
            @Override
            public void expect(String job, Duration every) {
                throw new AssertionError("it looks already");
            }

            @Override
            public void looked(String job) {
                looked.add(name + " " + job);
            }
        };
        Runnable rest = () -> done.add(name + " rests");
        return new Led("settle-block", database, watch, () -> done.add(name + " looks"), rest);
    }

    private static final class Database implements Locks {
        private final List<String> asked = new ArrayList<>();
        private Optional<Lock> held = Optional.empty();
        private boolean away;

        void endConnections() {
            held = Optional.empty();
        }

        @Override
        public Optional<Held> tryLock(String name) {
            if (away) {
                throw new IllegalStateException("away");
            }
            asked.add(name);
            if (held.isPresent()) {
                return Optional.empty();
            }
            Lock lock = new Lock(this, new Fence(name, asked.size()));
            held = Optional.of(lock);
            return Optional.of(lock);
        }
    }

    private record Lock(Database database, Fence fence) implements Locks.Held {
        @Override
        public boolean isAlive() {
            return database.held.equals(Optional.of(this));
        }

        @Override
        public void close() {
            if (isAlive()) {
                database.held = Optional.empty();
            }
        }
    }
}
