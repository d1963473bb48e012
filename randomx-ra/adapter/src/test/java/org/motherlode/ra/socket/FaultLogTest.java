package org.motherlode.ra.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motherlode.ra.statistics.Count;
import org.motherlode.ra.statistics.Figures;

class FaultLogTest {
    private static final Logger LOGGER = Logger.getLogger(FaultLog.class.getName());

    private final Figures figures = new Figures();
    private final List<LogRecord> logged = new ArrayList<>();
    private final Handler ear = new Handler() {
        @Override
        public void publish(LogRecord logRecord) {
            logged.add(logRecord);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private long now;

    @BeforeEach
    void listen() {
        LOGGER.addHandler(ear);
    }

    @AfterEach
    void listenNoMore() {
        LOGGER.removeHandler(ear);
    }

    @Test
    void a_thousand_faults_are_a_thousand_counts_and_one_stack_a_minute() {
        FaultLog faults = new FaultLog(figures, () -> now);
        for (int i = 0; i < 1_000; i++) {
            faults.note("connection " + i, new IllegalStateException("a bug"));
        }
        assertThat(logged).hasSize(1);
        now = TimeUnit.MINUTES.toNanos(1);
        faults.note("the last", new IllegalStateException("a bug"));

        assertThat(logged).hasSize(2);
        assertThat(logged.get(1).getThrown()).hasMessage("a bug");
        assertThat(figures.total(Count.CONNECTION_FAULTS)).isEqualTo(1_001);
    }
}
