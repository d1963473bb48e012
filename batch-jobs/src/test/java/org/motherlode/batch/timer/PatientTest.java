package org.motherlode.batch.timer;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a look that fails leaves in the log. */
class PatientTest {
    private final List<LogRecord> log = new ArrayList<>();
    private final Logger logger = Logger.getLogger(Patient.class.getName());
    private final Handler ear = new Handler() {
        @Override
        public void publish(LogRecord line) {
            log.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    private RuntimeException fault = new IllegalStateException();
    private boolean fails = true;
    private final Patient patient = new Patient("a-job", () -> {
        if (fails) {
            throw fault;
        }
    });

    @BeforeEach
    void listen() {
        logger.addHandler(ear);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(ear);
    }

    @Test
    void a_database_that_is_away_is_told_once_and_without_a_stack() {
        fault = new IllegalStateException(
                "a bean", new IllegalStateException(new SQLException("Unable to get managed connection")));

        assertThat(patient.tick()).isFalse();
        assertThat(patient.tick()).isFalse();
        assertThat(log).singleElement().satisfies(line -> {
            assertThat(line.getThrown()).isNull();
            assertThat(text(line)).contains("a-job", "the database is away", "Unable to get managed connection");
        });
    }

    @Test
    void a_connection_that_broke_is_an_outage_by_its_state() {
        assertThat(Outage.words(new SQLException("terminated by administrator", "57P01")))
                .contains("terminated by administrator");
        assertThat(Outage.words(new SQLException("I/O error", "08006"))).contains("I/O error");
    }

    @Test
    void a_fault_of_ours_is_told_with_its_stack() {
        fault = new IllegalStateException(new SQLException("syntax error", "42601"));

        assertThat(patient.tick()).isFalse();
        assertThat(log).singleElement().satisfies(line -> assertThat(line.getThrown())
                .isSameAs(fault));
    }

    @Test
    void the_first_look_that_succeeds_again_is_told() {
        boolean before = patient.tick();
        fails = false;

        assertThat(before).isFalse();
        assertThat(patient.tick()).isTrue();
        assertThat(patient.tick()).isTrue();
        assertThat(log).hasSize(2).last().satisfies(line -> assertThat(text(line))
                .contains("can look for work again"));
    }

    private static String text(LogRecord line) {
        return String.format(line.getMessage(), line.getParameters());
    }
}
