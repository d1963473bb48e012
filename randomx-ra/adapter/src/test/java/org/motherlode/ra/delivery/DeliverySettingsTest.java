package org.motherlode.ra.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;

/** Bounds that make sense one by one and not together. */
class DeliverySettingsTest {
    @Test
    void nobody_gathers_for_longer_than_half_of_what_a_miner_waits() throws SettingException {
        assertThat(read("answer-millis = 1000; gather-micros = 500000").gatherMicros())
                .isEqualTo(500_000);
        assertThatThrownBy(() -> read("answer-millis = 1000; gather-micros = 500001"))
                .isInstanceOf(SettingException.class)
                .hasMessage("gather-micros must be at most half of answer-millis, which is 1000 ms, so 500000;"
                        + " a miner would hear an error before its share is on disk");
        assertThatThrownBy(() -> read("gather-micros = 7500001")).hasMessageContaining("15000 ms, so 7500000;");
    }

    @Test
    void a_line_in_which_shares_gather_holds_a_whole_batch() throws SettingException {
        assertThat(read("gather-micros = 1; share-line = 10; batch-shares = 10").shareLine())
                .isEqualTo(10);
        assertThat(read("gather-micros = 0; share-line = 9; batch-shares = 10").shareLine())
                .as("where nobody gathers a small line does no harm")
                .isEqualTo(9);
        assertThatThrownBy(() -> read("gather-micros = 1; share-line = 9; batch-shares = 10"))
                .isInstanceOf(SettingException.class)
                .hasMessage("share-line must be at least batch-shares, which is 10, where gather-micros is not 0;"
                        + " shares would be refused while those in line wait for others");
    }

    private static DeliverySettings read(String settings) throws SettingException {
        return DeliverySettings.of(Settings.parse(settings));
    }
}
