package org.motherlode.ejb.threshold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.payout.ThresholdChallenge;
import org.motherlode.model.pool.PoolName;

class ChallengeSealTest {
    private static final PoolName POOL = new PoolName("monero");
    private static final Instant UNTIL = Instant.parse("2026-03-01T12:00:00Z");

    private final ChallengeSeal seal = new ChallengeSeal(Octets.of(new byte[32]));
    private final ThresholdChallenge challenge = seal.sealed(POOL, Desk.AMY, Desk.xmr("0.5"), UNTIL);

    @Test
    void its_own_challenge_is_known_by_every_server_with_the_key() {
        assertThat(new ChallengeSeal(Octets.of(new byte[32])).isOurs(challenge)).isTrue();
        assertThat(new ChallengeSeal(Octets.of(new byte[32]).with(31, Octets.of((byte) 1))).isOurs(challenge))
                .isFalse();
    }

    @Test
    void nothing_of_it_can_be_changed() {
        assertThat(seal.isOurs(changed(
                        challenge.token().replaceFirst("^.", challenge.token().startsWith("0") ? "1" : "0"))))
                .isFalse();
        assertThat(seal.isOurs(changed(
                        challenge.token().replaceFirst(".$", challenge.token().endsWith("0") ? "1" : "0"))))
                .isFalse();
        assertThat(seal.isOurs(new ThresholdChallenge(
                        new PoolName("other"), Desk.AMY, Desk.xmr("0.5"), UNTIL, challenge.token())))
                .isFalse();
        assertThat(seal.isOurs(
                        new ThresholdChallenge(POOL, Desk.AMY, Desk.xmr("0.50000001"), UNTIL, challenge.token())))
                .isFalse();
    }

    @Test
    void the_key_is_not_told() {
        assertThat(new ChallengeSeal(Octets.ofHex("ab".repeat(32)))).asString().doesNotContain("ab");
    }

    private ThresholdChallenge changed(String token) {
        return new ThresholdChallenge(POOL, Desk.AMY, Desk.xmr("0.5"), UNTIL, token);
    }
}
