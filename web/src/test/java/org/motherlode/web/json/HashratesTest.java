package org.motherlode.web.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HashratesTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 H/s",
        "999, 999 H/s",
        "1000, 1.00 kH/s",
        "5000000, 5.00 MH/s",
        "5009999, 5.00 MH/s",
        "999999, 999.99 kH/s",
        "1234567890123456789012345, 1234567.89 EH/s"
    })
    void a_hash_rate_stands_in_its_largest_unit_rounded_down(BigInteger hashes, String words) {
        assertThat(Hashrates.formatted(hashes)).isEqualTo(words);
    }
}
