package org.motherlode.model.payout;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.money.Asset;
import org.motherlode.model.money.Money;

class PayoutPlanTest {
    private static final Asset COIN = new Asset("XMR", 12);
    private static final int MOST = 15;

    @Test
    void the_sixteenth_receiver_begins_a_second_order() {
        List<PaymentOrder> orders = plan(miners(16));
        assertThat(orders).extracting(order -> order.payments().size()).containsExactly(15, 1);
    }

    @Test
    void fifteen_receivers_are_one_order() {
        assertThat(plan(miners(15))).singleElement().satisfies(order -> assertThat(order.payments())
                .hasSize(15));
    }

    @Test
    void the_largest_balances_are_paid_first_and_everyone_once() {
        Map<MinerAddress, Money> payable = miners(40);
        List<PaymentOrder> orders = plan(payable);
        Map<MinerAddress, Money> paid = new HashMap<>();
        orders.forEach(order -> order.payments()
                .forEach((miner, money) -> assertThat(paid.put(miner, money)).isNull()));
        assertThat(paid).isEqualTo(payable);
        assertThat(orders)
                .extracting(order -> order.total().atoms())
                .isSortedAccordingTo((one, two) -> two.compareTo(one));
    }

    @Test
    void the_threshold_itself_is_paid_and_one_atom_less_is_not() {
        List<PaymentOrder> orders = plan(Map.of(miner("amy"), money(100), miner("bob"), money(99)));
        assertThat(orders).singleElement().satisfies(order -> assertThat(order.payments())
                .containsOnlyKeys(miner("amy")));
    }

    @Test
    void who_must_be_paid_alone_shares_no_order() {
        Map<MinerAddress, Money> payable = miners(3);
        payable.put(miner("alone"), money(500));
        List<PaymentOrder> orders = plan(payable);
        assertThat(orders).hasSize(2);
        assertThat(orders)
                .filteredOn(order -> order.payments().containsKey(miner("alone")))
                .singleElement()
                .satisfies(order -> assertThat(order.total()).isEqualTo(money(500)));
    }

    @Test
    void who_must_be_paid_alone_waits_for_an_order_with_a_larger_balance() {
        assertThat(plan(Map.of(
                        miner("amy"), money(5000),
                        miner("bob"), money(150),
                        miner("alone1"), money(300),
                        miner("alone2"), money(6000),
                        miner("alone3"), money(5000))))
                .extracting(order -> order.payments().firstKey().text())
                .containsExactly("alone2", "alone3", "amy", "alone1");
    }

    @Test
    void nobody_to_pay_is_no_order() {
        assertThat(plan(Map.of())).isEmpty();
        assertThat(plan(Map.of(miner("amy"), Money.zero(COIN)))).isEmpty();
    }

    @Test
    void within_a_bound_the_largest_go_first_and_what_fits_goes_with_them() {
        List<PaymentOrder> orders = plan(Map.of(
                miner("amy"),
                money(300),
                miner("bob"),
                money(250),
                miner("cid"),
                money(150),
                miner("dan"),
                money(120)));

        assertThat(PayoutPlan.within(orders, money(400)))
                .extracting(order -> order.payments().keySet().toString())
                .containsExactly("[amy]", "[bob, cid]", "[dan]");
        assertThat(PayoutPlan.within(orders, money(820))).isEqualTo(orders);
    }

    @Test
    void a_balance_above_the_bound_stays_whole_and_alone() {
        List<PaymentOrder> orders = plan(Map.of(miner("amy"), money(900), miner("bob"), money(100)));

        assertThat(PayoutPlan.within(orders, money(400)))
                .extracting(PaymentOrder::total)
                .containsExactly(money(900), money(100));
    }

    private static List<PaymentOrder> plan(Map<MinerAddress, Money> payable) {
        return PayoutPlan.of(
                payable, money(100), MOST, address -> address.text().startsWith("alone"));
    }

    private static Map<MinerAddress, Money> miners(int count) {
        Map<MinerAddress, Money> payable = new HashMap<>();
        for (int number = 0; number < count; number++) {
            payable.put(miner("miner" + number), money(1000 + number));
        }
        return payable;
    }

    private static MinerAddress miner(String text) {
        return new MinerAddress(text);
    }

    private static Money money(long atoms) {
        return new Money(BigInteger.valueOf(atoms), COIN);
    }
}
