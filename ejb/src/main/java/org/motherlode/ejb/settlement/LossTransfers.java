package org.motherlode.ejb.settlement;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.ledger.Account;
import org.motherlode.model.ledger.AccountKind;
import org.motherlode.model.ledger.Transfer;
import org.motherlode.model.money.Money;
import org.motherlode.model.pool.PoolName;

/**
 * The transfers of a loss and of its undoing, one the mirror of the other. All of it runs through {@code orphan-loss}, so
 * that this account is below zero by what the pool has lost for good. Pure.
 */
record LossTransfers(PoolName pool, long block, Loss loss) {

    /** The reward leaves the wallet's books; what was not paid pays for it, the rest is the pool's loss. */
    List<Transfer> lose() {
        Account lost = account(AccountKind.ORPHAN_LOSS);
        Account wallet = account(AccountKind.WALLET);
        List<Move> moves = new ArrayList<>();
        parts().forEach((owner, amount) -> moves.add(new Move(owner, lost, amount)));
        moves.add(new Move(wallet, account(AccountKind.CAPITAL), money(loss.capital())));
        moves.add(new Move(lost, wallet, reward()));
        return transfers(event("lose", loss.round()), moves);
    }

    /** The block is back: the same the other way. Its reward is what it was, for it is the same block. */
    List<Transfer> regain() {
        Account lost = account(AccountKind.ORPHAN_LOSS);
        Account wallet = account(AccountKind.WALLET);
        List<Move> moves = new ArrayList<>();
        moves.add(new Move(wallet, lost, reward()));
        moves.add(new Move(account(AccountKind.CAPITAL), wallet, money(loss.capital())));
        parts().forEach((owner, amount) -> moves.add(new Move(lost, owner, amount)));
        return transfers(event("mature", loss.round() + 1), moves);
    }

    private record Move(Account from, Account to, Money amount) {}

    private static List<Transfer> transfers(String event, List<Move> moves) {
        return moves.stream()
                .filter(move -> !move.amount().isZero())
                .map(move -> new Transfer(event, move.from(), move.to(), move.amount()))
                .toList();
    }

    private Map<Account, Money> parts() {
        Map<Account, Money> parts = new LinkedHashMap<>();
        parts.put(account(AccountKind.FEES), loss.allotment().fee());
        parts.put(account(AccountKind.CARRY), loss.allotment().carry());
        loss.recalled()
                .forEach((owner, atoms) ->
                        parts.put(Account.of(pool, AccountKind.MINER_PAYABLE, new MinerAddress(owner)), money(atoms)));
        return parts;
    }

    private Money reward() {
        return loss.allotment().reward();
    }

    private Money money(BigInteger atoms) {
        return new Money(atoms, reward().asset());
    }

    private Account account(AccountKind kind) {
        return Account.of(pool, kind);
    }

    /** The first round's names are plain. */
    private String event(String name, int round) {
        return "settle/" + pool + "/" + block + "/" + name + (round == 1 ? "" : "/" + round);
    }
}
