package org.motherlode.batch.pay;

import java.math.BigInteger;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.PaymentOrder;

/** What each miner has: payable, reserved and paid. */
final class Purses {
    final SortedMap<MinerAddress, BigInteger> payable = new TreeMap<>();
    final SortedMap<MinerAddress, BigInteger> reserved = new TreeMap<>();
    final SortedMap<MinerAddress, BigInteger> paid = new TreeMap<>();

    void earn(String miner, long atoms) {
        payable.merge(new MinerAddress(miner), BigInteger.valueOf(atoms), BigInteger::add);
    }

    Map<MinerAddress, Money> payable() {
        Map<MinerAddress, Money> money = new TreeMap<>();
        payable.forEach((miner, atoms) -> money.put(miner, new Money(atoms, Rows.COIN)));
        return money;
    }

    void reserve(PaymentOrder order) {
        move(order, payable, reserved);
    }

    void release(PaymentOrder order) {
        move(order, reserved, payable);
    }

    void pay(PaymentOrder order) {
        move(order, reserved, paid);
    }

    private static void move(PaymentOrder order, Map<MinerAddress, BigInteger> from, Map<MinerAddress, BigInteger> to) {
        order.payments().forEach((miner, money) -> {
            BigInteger left = from.getOrDefault(miner, BigInteger.ZERO).subtract(money.atoms());
            if (left.signum() < 0) {
                throw new IllegalStateException(miner.text() + " would be overdrawn");
            }
            from.put(miner, left);
            to.merge(miner, money.atoms(), BigInteger::add);
        });
    }
}
