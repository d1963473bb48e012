package org.motherlode.ejb.chain.opensy;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.payout.PaymentOrder;

/** A wallet that makes another transaction than it was asked for is not believed. */
class PaymentChecksTest {
    private static final MinerAddress AMY = new MinerAddress(StandIns.AMY);
    private static final Octets AMYS = StandIns.address(StandIns.AMY).script();
    private static final Octets POOLS = StandIns.address(StandIns.POOL).script();
    private static final PaymentOrder ORDER = new PaymentOrder(new TreeMap<>(Map.of(AMY, OpenSy.qirsh(1_000))));

    @Test
    void with_change_or_without_it_is_what_was_asked_for() {
        assertThatCode(() -> check(new Transaction.Output(1_000, AMYS))).doesNotThrowAnyException();
        assertThatCode(() -> check(new Transaction.Output(5, POOLS), new Transaction.Output(1_000, AMYS)))
                .doesNotThrowAnyException();
    }

    @Test
    void another_amount_another_receiver_or_one_more_is_not() {
        assertThatThrownBy(() -> check(new Transaction.Output(1_001, AMYS)))
                .hasMessageContaining("does not pay 0.00001000 SYL");
        assertThatThrownBy(() -> check(new Transaction.Output(1_000, POOLS))).hasMessageContaining("does not pay");
        assertThatThrownBy(() -> check(
                        new Transaction.Output(1_000, AMYS),
                        new Transaction.Output(1_000, AMYS),
                        new Transaction.Output(5, POOLS)))
                .hasMessageContaining("2 outputs that nobody asked for; it was not sent");
    }

    private static void check(Transaction.Output... outputs) throws Exception {
        Transaction transaction = new Transaction(
                "00".repeat(32),
                Octets.empty(),
                100,
                List.of(new Transaction.Input("ab".repeat(32) + ":0", Octets.empty())),
                List.of(outputs));
        PaymentChecks.requireExactly(ORDER, PaymentChecks.receivers(ORDER), transaction);
    }
}
