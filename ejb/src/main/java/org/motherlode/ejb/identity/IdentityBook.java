package org.motherlode.ejb.identity;

import java.util.Optional;
import org.motherlode.ejb.database.Database;
import org.motherlode.model.pool.PoolName;

/** {@link Identities} in the database: of all servers the first one writes, and the highest version rules. */
public final class IdentityBook implements Identities {
    private final Database database;

    public IdentityBook(Database database) {
        this.database = database;
    }

    @Override
    public String ruling(PoolName pool, Fact fact, String value) {
        return find(pool, fact).orElseGet(() -> {
            database.change(
                    "INSERT INTO pool_identity (pool, fact, version, value, actor, reason)"
                            + " VALUES (?, ?, 1, ?, 'motherlode', 'first opened with it') ON CONFLICT DO NOTHING",
                    pool.text(),
                    fact.text(),
                    value);
            return find(pool, fact).orElseThrow();
        });
    }

    private Optional<String> find(PoolName pool, Fact fact) {
        return database.first(
                "SELECT value FROM pool_identity WHERE pool = ? AND fact = ? ORDER BY version DESC LIMIT 1",
                row -> row.getString("value"),
                pool.text(),
                fact.text());
    }
}
