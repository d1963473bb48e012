package org.motherlode.ejb.ledger;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.DatabaseException;
import org.motherlode.ejb.database.Values;
import org.motherlode.ejb.lock.Fences;
import org.motherlode.model.ledger.Account;
import org.motherlode.model.ledger.Ledger;
import org.motherlode.model.ledger.Transfer;
import org.motherlode.model.lock.Fence;
import org.motherlode.model.pool.PoolName;

/** The ledger's tables. Balances are kept by their triggers; the application's role cannot touch them. */
public final class JdbcLedger implements Ledger {
    // One statement for all of them: the trigger that moves the balances is called once for each.
    private static final String INSERT =
            "INSERT INTO ledger_transfer (id, event, pool, from_account, to_account, amount, asset)"
                    + " SELECT t.id, t.event, ?, t.from_account, t.to_account, t.amount, t.asset"
                    + " FROM unnest(?, ?, ?, ?, ?, ?) AS t (id, event, from_account, to_account, amount, asset)";
    private static final String BALANCE = "SELECT b.balance FROM ledger_balance b"
            + " JOIN ledger_account a ON a.number = b.account WHERE a.pool = ? AND a.kind = ? AND a.owner = ?";

    private final Database database;

    public JdbcLedger(Database database) {
        this.database = database;
    }

    @Override
    public void post(Fence fence, List<Transfer> transfers) {
        new Fences(database).demand(fence);
        Map<PoolName, Map<UUID, Transfer>> byPool = new LinkedHashMap<>();
        for (Transfer transfer : transfers) {
            Map<UUID, Transfer> ofPool = byPool.computeIfAbsent(transfer.from().pool(), pool -> new LinkedHashMap<>());
            Transfer twin = ofPool.putIfAbsent(transfer.id(), transfer);
            if (twin != null && !twin.equals(transfer)) {
                throw new IllegalStateException("two transfers share an id: " + twin + ", " + transfer);
            }
        }
        byPool.forEach(this::post);
    }

    private void post(PoolName pool, Map<UUID, Transfer> transfers) {
        new LedgerLock(database).take(pool);
        List<Transfer> fresh = new PostedTransfers(database).without(transfers);
        List<Account> accounts = fresh.stream()
                .flatMap(transfer -> Stream.of(transfer.from(), transfer.to()))
                .distinct()
                .toList();
        try {
            if (!fresh.isEmpty()) {
                String asset = fresh.get(0).amount().asset().code();
                insert(fresh, new Accounts(database).numbers(pool, accounts, asset));
            }
        } catch (DatabaseException e) {
            if (e.isBrokenRule()) {
                throw new IllegalStateException(
                        "the ledger refuses " + fresh.get(0).event() + ": " + e.getMessage(), e);
            }
            throw e;
        }
    }

    private void insert(List<Transfer> transfers, Map<Account, Long> numbers) {
        database.change(
                INSERT,
                transfers.get(0).from().pool().text(),
                column(transfers, Transfer::id, UUID[]::new),
                column(transfers, Transfer::event, String[]::new),
                column(transfers, transfer -> number(numbers, transfer.from()), Long[]::new),
                column(transfers, transfer -> number(numbers, transfer.to()), Long[]::new),
                column(transfers, transfer -> transfer.amount().atoms(), BigInteger[]::new),
                column(transfers, transfer -> transfer.amount().asset().code(), String[]::new));
    }

    private static <T> T[] column(List<Transfer> transfers, Function<Transfer, T> cell, IntFunction<T[]> array) {
        return transfers.stream().map(cell).toArray(array);
    }

    private static long number(Map<Account, Long> numbers, Account account) {
        Long number = numbers.get(account);
        if (number == null) {
            throw new IllegalStateException("account was not opened: " + account.key());
        }
        return number;
    }

    @Override
    public BigInteger balance(Account account) {
        return database.first(
                        BALANCE,
                        row -> Values.whole(row, "balance"),
                        account.pool().text(),
                        account.kind().text(),
                        account.owner())
                .orElse(BigInteger.ZERO);
    }
}
