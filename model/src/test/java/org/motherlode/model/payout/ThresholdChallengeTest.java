package org.motherlode.model.payout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.money.Asset;
import org.motherlode.model.money.Money;
import org.motherlode.model.pool.PoolName;

class ThresholdChallengeTest {
    @Test
    void the_text_names_pool_address_threshold_end_and_token_in_one_line() {
        ThresholdChallenge challenge = new ThresholdChallenge(
                new PoolName("monero"),
                new MinerAddress("4Amy"),
                Money.ofAtoms(500_000_000_000L, new Asset("XMR", 12)),
                Instant.parse("2026-03-01T12:00:00.987Z"),
                "ab12");

        assertThat(challenge.text())
                .isEqualTo("Motherlode pool monero: pay 4Amy only from 0.500000000000 XMR on."
                        + " This may be used once and until 2026-03-01T12:00:00Z, token ab12");
    }
}
