package org.motherlode.ejb.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.motherlode.ejb.database.Database;
import org.motherlode.model.ledger.Account;
import org.motherlode.model.ledger.AccountKind;
import org.motherlode.model.pool.PoolName;

/** The numbers of accounts. An account is opened by its first transfer. */
final class Accounts {
    private static final String FIND = "SELECT a.number, a.kind, a.owner FROM ledger_account a"
            + " JOIN unnest(?, ?) AS wanted (kind, owner) ON a.kind = wanted.kind AND a.owner = wanted.owner"
            + " WHERE a.pool = ?";

    private final Database database;

    Accounts(Database database) {
        this.database = database;
    }

    /** Numbers of all these accounts of a pool, those that were missing opened in this asset. */
    Map<Account, Long> numbers(PoolName pool, Collection<Account> accounts, String asset) {
        Map<Account, Long> known = find(pool, accounts);
        List<Account> missing = accounts.stream()
                .distinct()
                .filter(account -> !known.containsKey(account))
                .toList();
        if (missing.isEmpty()) {
            return known;
        }
        database.change(
                "INSERT INTO ledger_account (pool, kind, owner, asset)"
                        + " SELECT ?, a.kind, a.owner, ? FROM unnest(?, ?) AS a (kind, owner)"
                        + " ON CONFLICT (pool, kind, owner) DO NOTHING",
                pool.text(),
                asset,
                kinds(missing),
                owners(missing));
        return find(pool, accounts);
    }

    private Map<Account, Long> find(PoolName pool, Collection<Account> accounts) {
        List<Account> wanted = accounts.stream().distinct().toList();
        Map<Account, Long> numbers = new HashMap<>();
        database.list(
                FIND,
                row -> numbers.put(
                        new Account(pool, AccountKind.of(row.getString("kind")), row.getString("owner")),
                        row.getLong("number")),
                kinds(wanted),
                owners(wanted),
                pool.text());
        return numbers;
    }

    private static String[] kinds(List<Account> accounts) {
        return accounts.stream().map(account -> account.kind().text()).toArray(String[]::new);
    }

    private static String[] owners(List<Account> accounts) {
        return accounts.stream().map(Account::owner).toArray(String[]::new);
    }
}
