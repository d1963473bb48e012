package org.motherlode.ejb.chain.toy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.PaymentFate;
import org.motherlode.model.payout.PaymentOrder;
import org.motherlode.model.payout.PaymentRefusedException;
import org.motherlode.model.payout.PreparedPayment;
import org.motherlode.model.payout.Wallet;
import org.motherlode.model.payout.WalletCondition;

/** An account: each payment takes the next nonce, and a nonce is good for one payment. */
record ToyWallet(ToyRpc rpc, String account) implements Wallet {
    private static final long FEE = 1;

    @Override
    public WalletCondition condition() {
        try {
            Money balance =
                    Money.ofAtoms(Long.parseLong(rpc.ask("/account/" + account).get(0)), ToyChains.TOY);
            return new WalletCondition(true, "the toy account holds " + balance.display(), balance);
        } catch (NodeUnavailableException e) {
            return new WalletCondition(false, String.valueOf(e.getMessage()), Money.zero(ToyChains.TOY));
        }
    }

    @Override
    public int mostReceivers() {
        return 1;
    }

    @Override
    public boolean isPaidAlone(MinerAddress address) {
        return true;
    }

    @Override
    public PreparedPayment prepare(PaymentOrder order) throws NodeUnavailableException, PaymentRefusedException {
        List<String> words = rpc.ask("/account/" + account);
        Map.Entry<MinerAddress, Money> payment =
                order.payments().entrySet().iterator().next();
        long amount = payment.getValue().atoms().longValueExact();
        if (Long.parseLong(words.get(0)) < amount + FEE) {
            throw new PaymentRefusedException(
                    "the toy account holds too little for " + payment.getValue().display());
        }
        String raw = String.join(
                "/", account, words.get(1), payment.getKey().text(), Long.toString(amount), Long.toString(FEE));
        String id = "tx-" + account.substring(4) + "-" + words.get(1);
        return new PreparedPayment(
                id,
                Octets.of(raw.getBytes(StandardCharsets.UTF_8)),
                Money.ofAtoms(FEE, ToyChains.TOY),
                List.of(account + "#" + words.get(1)),
                "");
    }

    @Override
    public void send(PreparedPayment payment) throws NodeUnavailableException {
        rpc.ask("/pay/" + new String(payment.payload().toBytes(), StandardCharsets.UTF_8));
    }

    @Override
    public PaymentFate fate(PreparedPayment payment) throws NodeUnavailableException {
        List<String> words = rpc.ask("/payment/" + payment.transactionId());
        return switch (words.get(0)) {
            case "waiting" -> new PaymentFate.Waiting();
            case "mined" -> new PaymentFate.Mined(Long.parseLong(words.get(1)), 1, true);
            default -> new PaymentFate.Unseen();
        };
    }
}
