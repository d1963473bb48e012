package org.motherlode.ejb.ledger;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.Values;
import org.motherlode.model.ledger.Account;
import org.motherlode.model.ledger.AccountKind;
import org.motherlode.model.ledger.Transfer;
import org.motherlode.model.pool.PoolName;

/** What the ledger has already. */
public final class PostedTransfers {
    private static final String FIND = "SELECT t.id, t.event, t.pool, t.amount, t.asset, f.kind AS from_kind,"
            + " f.owner AS from_owner, o.kind AS to_kind, o.owner AS to_owner FROM ledger_transfer t"
            + " JOIN ledger_account f ON f.number = t.from_account JOIN ledger_account o ON o.number = t.to_account"
            + " WHERE t.id = ANY (?)";

    private final Database database;

    public PostedTransfers(Database database) {
        this.database = database;
    }

    /** Those of them that are not there yet, in order. One that is there with other content throws. */
    public List<Transfer> without(Map<UUID, Transfer> transfers) {
        Map<UUID, Posted> there = new HashMap<>();
        UUID[] ids = transfers.keySet().toArray(UUID[]::new);
        database.list(FIND, row -> there.put(row.getObject("id", UUID.class), Posted.read(row)), (Object) ids);
        return transfers.entrySet().stream()
                .filter(entry -> !isThere(there, entry.getKey(), entry.getValue()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static boolean isThere(Map<UUID, Posted> there, UUID id, Transfer transfer) {
        Posted posted = there.get(id);
        if (posted != null && !posted.equals(Posted.of(transfer))) {
            throw new IllegalStateException("transfer " + id + " is in the ledger as " + posted + ", not " + transfer);
        }
        return posted != null;
    }

    private record Posted(String event, Account from, Account to, BigInteger amount, String asset) {
        static Posted of(Transfer transfer) {
            return new Posted(
                    transfer.event(),
                    transfer.from(),
                    transfer.to(),
                    transfer.amount().atoms(),
                    transfer.amount().asset().code());
        }

        static Posted read(ResultSet row) throws SQLException {
            PoolName pool = new PoolName(row.getString("pool"));
            return new Posted(
                    row.getString("event"),
                    new Account(pool, AccountKind.of(row.getString("from_kind")), row.getString("from_owner")),
                    new Account(pool, AccountKind.of(row.getString("to_kind")), row.getString("to_owner")),
                    Values.whole(row, "amount"),
                    row.getString("asset"));
        }
    }
}
