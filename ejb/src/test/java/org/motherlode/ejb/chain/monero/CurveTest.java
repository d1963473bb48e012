package org.motherlode.ejb.chain.monero;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class CurveTest {
    @Test
    void three_doublings_are_a_multiplication_by_eight() {
        for (long scalar : new long[] {1, 2, 7, 20_261_121, Long.MAX_VALUE}) {
            Curve.Point point = Curve.BASE.times(BigInteger.valueOf(scalar));

            assertThat(point.timesCofactor().encoded())
                    .isEqualTo(point.times(BigInteger.valueOf(8)).encoded());
        }
    }

    @Test
    void a_point_of_small_order_becomes_the_neutral_one() {
        byte[] neutral = new byte[Curve.BYTES];
        neutral[0] = 1;
        byte[] ofOrderFour = new byte[Curve.BYTES];

        assertThat(Curve.decode(ofOrderFour).orElseThrow().timesCofactor().encoded())
                .isEqualTo(neutral);
    }
}
