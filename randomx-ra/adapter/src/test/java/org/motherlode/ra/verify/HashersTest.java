package org.motherlode.ra.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;
import org.motherlode.model.pow.PowOptions;
import org.motherlode.pow.machine.Processors;
import org.motherlode.ra.fixture.LogEar;
import org.motherlode.ra.fixture.Sha256Hasher;

class HashersTest {
    @Test
    void two_datasets_and_one_thread_ahead_of_time_are_the_default() throws Exception {
        assertThat(opened("")).isEqualTo(new PowOptions(true, Processors.available(), "lib", 2, 1));
    }

    @Test
    void what_is_set_reaches_the_function() throws Exception {
        assertThat(opened("datasets = 1; dataset-threads = 3"))
                .isEqualTo(new PowOptions(true, Processors.available(), "lib", 1, 3));
    }

    @Test
    void three_datasets_and_no_thread_make_no_sense() {
        assertThatThrownBy(() -> opened("datasets = 3"))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("datasets");
        assertThatThrownBy(() -> opened("dataset-threads = 0"))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("dataset-threads");
    }

    @Test
    void a_pool_that_finds_its_function_open_in_light_mode_is_told() throws Exception {
        VerifySettings verify = VerifySettings.of(1, "", Settings.parse(""));
        try (LogEar log = new LogEar(Level.INFO);
                Hashers hashers = new Hashers(verify, HashersTest.class.getClassLoader())) {
            hashers.open(Sha256Hasher.ID, false);
            hashers.open(Sha256Hasher.ID, false);
            assertThat(log.atLeast(Level.WARNING)).isEmpty();
            hashers.open(Sha256Hasher.ID, true);

            assertThat(log.atLeast(Level.WARNING))
                    .extracting(LogRecord::getMessage)
                    .containsExactly(
                            "sha-256: fast mode is off, because a pool that does not ask for it was opened first;"
                                    + " give fast = true to all pools of this proof of work");
        }
    }

    private static PowOptions opened(String settings) throws SettingException {
        VerifySettings verify = VerifySettings.of(1, "lib", Settings.parse(settings));
        try (Hashers hashers = new Hashers(verify, HashersTest.class.getClassLoader())) {
            hashers.open(Sha256Hasher.ID, true);
            return Sha256Hasher.OPENED.get(Sha256Hasher.OPENED.size() - 1);
        }
    }
}
