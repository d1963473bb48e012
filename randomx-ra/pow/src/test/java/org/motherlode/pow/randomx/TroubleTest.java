package org.motherlode.pow.randomx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TroubleTest {
    private static final Logger LOG = Logger.getLogger("org.motherlode.pow");

    private final AtomicLong clock = new AtomicLong();
    private final Trouble trouble = new Trouble(clock::get);
    private final List<String> logged = new ArrayList<>();
    private final Handler ear = new Handler() {
        @Override
        public void publish(LogRecord line) {
            logged.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        LOG.addHandler(ear);
    }

    @AfterEach
    void leave() {
        LOG.removeHandler(ear);
    }

    /** Each attempt finds another number of MiB. */
    @Test
    void what_changes_all_the_time_is_logged_every_ten_minutes_and_told_whenever_asked() {
        trouble.say(Trouble.Matter.FAST_MODE, "1 MiB");
        trouble.say(Trouble.Matter.FAST_MODE, "2 MiB");
        clock.addAndGet(Trouble.QUIET_NANOS);
        trouble.say(Trouble.Matter.FAST_MODE, "3 MiB");

        assertThat(logged).containsExactly("1 MiB", "3 MiB");
        assertThat(trouble.sentences()).containsExactly("3 MiB");
    }

    @Test
    void what_stays_the_same_is_logged_once_until_it_was_over() {
        trouble.say(Trouble.Matter.SEEDS, "none");
        clock.addAndGet(Trouble.QUIET_NANOS);
        trouble.say(Trouble.Matter.SEEDS, "none");
        trouble.over(Trouble.Matter.SEEDS);
        trouble.say(Trouble.Matter.SEEDS, "none");

        assertThat(logged).containsExactly("none", "none");
    }
}
