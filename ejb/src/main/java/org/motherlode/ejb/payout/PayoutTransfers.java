package org.motherlode.ejb.payout;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.ledger.Account;
import org.motherlode.model.ledger.AccountKind;
import org.motherlode.model.ledger.Transfer;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.PaymentOrder;
import org.motherlode.model.pool.PoolName;

/** The transfers of a payout. Pure. */
record PayoutTransfers(PoolName pool, long batch, PaymentOrder order) {

    List<Transfer> reserve() {
        return between("reserve", AccountKind.MINER_PAYABLE, AccountKind.MINER_RESERVED);
    }

    List<Transfer> release() {
        return between("release", AccountKind.MINER_RESERVED, AccountKind.MINER_PAYABLE);
    }

    /**
     * The receivers' money and the network's fee leave the wallet. What the wallet had not earned was the operator's own.
     *
     * @param earned what the books say the wallet holds before this payout
     */
    List<Transfer> confirm(Money fee, BigInteger earned) {
        List<Transfer> transfers = new ArrayList<>();
        Account wallet = Account.of(pool, AccountKind.WALLET);
        Money spent = order.total().plus(fee);
        BigInteger excess = spent.atoms().subtract(earned);
        if (excess.signum() > 0) {
            Account capital = Account.of(pool, AccountKind.CAPITAL);
            transfers.add(new Transfer(event("confirm"), wallet, capital, new Money(excess, fee.asset())));
        }
        order.payments()
                .forEach((miner, amount) -> transfers.add(new Transfer(
                        event("confirm"), Account.of(pool, AccountKind.MINER_RESERVED, miner), wallet, amount)));
        if (!fee.isZero()) {
            transfers.add(new Transfer(event("confirm"), Account.of(pool, AccountKind.FEES), wallet, fee));
        }
        return transfers;
    }

    private List<Transfer> between(String name, AccountKind from, AccountKind to) {
        List<Transfer> transfers = new ArrayList<>();
        order.payments()
                .forEach((MinerAddress miner, Money amount) -> transfers.add(
                        new Transfer(event(name), Account.of(pool, from, miner), Account.of(pool, to, miner), amount)));
        return transfers;
    }

    private String event(String name) {
        return "pay/" + pool + "/" + batch + "/" + name;
    }
}
