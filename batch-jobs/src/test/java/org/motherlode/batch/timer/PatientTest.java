package org.motherlode.batch.timer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
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
                "a bean",
                noConnection(new SQLException("refused", "08001", new ConnectException("Connection refused"))));

        assertThat(patient.tick()).isFalse();
        assertThat(patient.tick()).isFalse();
        assertThat(log).singleElement().satisfies(line -> {
            assertThat(line.getThrown()).isNull();
            assertThat(text(line)).contains("a-job", "the database is away", "Connection refused");
        });
    }

    @Test
    void a_connection_that_broke_is_an_outage_by_its_state() {
        assertThat(Outage.words(new SQLException("terminated by administrator", "57P01")))
                .contains("terminated by administrator");
        assertThat(Outage.words(new SQLException("I/O error", "08006"))).contains("I/O error");
    }

    @Test
    void a_connection_that_cannot_be_had_for_another_reason_is_told_with_its_stack() {
        for (SQLException why : List.of(
                new SQLException("password authentication failed", "28P01"),
                new SQLException("canceling statement due to user request", "57014"))) {
            assertThat(Outage.words(noConnection(why))).isEmpty();
        }
        assertThat(Outage.words(new SQLException("IJ000655: No managed connections available")))
                .isEmpty();
    }

    /** As WildFly's pool says it: its own exception has no state, and no more to tell than that there was none. */
    private static RuntimeException noConnection(SQLException why) {
        Exception resource = new Exception("IJ000453: Unable to get managed connection", why);
        return new IllegalStateException(new SQLException(resource));
    }

    @Test
    void what_goes_wrong_next_is_told_if_it_is_something_else() {
        RuntimeException bug = fault;
        fault = noConnection(new SQLException("starting up", "57P03"));
        boolean away = patient.tick();
        fault = bug;
        boolean wrong = patient.tick();

        assertThat(away || wrong || patient.tick()).isFalse();
        assertThat(log).extracting(LogRecord::getThrown).containsExactly(null, bug);
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
