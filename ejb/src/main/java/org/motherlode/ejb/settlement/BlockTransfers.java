package org.motherlode.ejb.settlement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.ledger.Account;
import org.motherlode.model.ledger.AccountKind;
import org.motherlode.model.ledger.Transfer;
import org.motherlode.model.money.Money;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.reward.Allotment;
import org.motherlode.model.reward.SchemeTerms;
import org.motherlode.model.reward.Window;

/**
 * The transfers of a block's stages, from what was frozen. Pure: the same block gives the same list for ever.
 *
 * @param allotted the reward that was allotted when the window was frozen; empty where the chain tells it at maturity
 */
record BlockTransfers(PoolName pool, long block, Window window, SchemeTerms terms, Optional<Money> allotted) {

    /** The expected reward to the miners' immature accounts, the fee and the carry; nothing if it is not known. */
    List<Transfer> allot() {
        return allotted.map(reward -> credits("allot", reward)).orElse(List.of());
    }

    /** What {@link #allot} posted, the other way. */
    List<Transfer> reverse() {
        return allotted.map(reward -> debits("reverse", reward)).orElse(List.of());
    }

    /**
     * The final reward becomes payable. If another reward was allotted, or if the allotment was reversed since, the books
     * are corrected first, by taking all of it back and allotting anew: so each posted sum is a whole division.
     */
    List<Transfer> mature(Money reward, boolean reversed) {
        Optional<Money> standing = allotted.filter(before -> !reversed);
        List<Transfer> transfers = new ArrayList<>();
        if (!standing.equals(Optional.of(reward))) {
            standing.ifPresent(wrong -> transfers.addAll(debits("unallot", wrong)));
            transfers.addAll(credits("reallot", reward));
        }
        String event = event("mature");
        if (!reward.isZero()) {
            transfers.add(new Transfer(event, account(AccountKind.WALLET), account(AccountKind.IMMATURE), reward));
        }
        Allotment.of(reward, window, terms).credits().forEach((owner, atoms) -> {
            MinerAddress miner = new MinerAddress(owner);
            Account immature = Account.of(pool, AccountKind.MINER_IMMATURE, miner);
            Account payable = Account.of(pool, AccountKind.MINER_PAYABLE, miner);
            transfers.add(new Transfer(event, immature, payable, new Money(atoms, reward.asset())));
        });
        return List.copyOf(transfers);
    }

    private List<Transfer> credits(String name, Money reward) {
        Account immature = account(AccountKind.IMMATURE);
        return parts(reward, (owner, amount) -> new Transfer(event(name), immature, owner, amount));
    }

    private List<Transfer> debits(String name, Money reward) {
        Account immature = account(AccountKind.IMMATURE);
        return parts(reward, (owner, amount) -> new Transfer(event(name), owner, immature, amount));
    }

    /** A transfer for the fee, the carry and each miner, in this order; parts of nothing make none. */
    private List<Transfer> parts(Money reward, BiFunction<Account, Money, Transfer> transfer) {
        Allotment allotment = Allotment.of(reward, window, terms);
        Map<Account, Money> parts = new LinkedHashMap<>();
        parts.put(account(AccountKind.FEES), allotment.fee());
        parts.put(account(AccountKind.CARRY), allotment.carry());
        allotment
                .credits()
                .forEach((owner, atoms) -> parts.put(
                        Account.of(pool, AccountKind.MINER_IMMATURE, new MinerAddress(owner)),
                        new Money(atoms, reward.asset())));
        return parts.entrySet().stream()
                .filter(part -> !part.getValue().isZero())
                .map(part -> transfer.apply(part.getKey(), part.getValue()))
                .toList();
    }

    private Account account(AccountKind kind) {
        return Account.of(pool, kind);
    }

    private String event(String name) {
        return "settle/" + pool + "/" + block + "/" + name;
    }
}
