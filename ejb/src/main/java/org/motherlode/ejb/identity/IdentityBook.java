package org.motherlode.ejb.identity;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.motherlode.ejb.database.Database;
import org.motherlode.model.pool.PoolName;

/** {@link Identities} in the database: of all servers the first one writes, and the highest version rules. */
public final class IdentityBook implements Identities {
    private static final String KNOWN =
            "SELECT DISTINCT ON (fact) fact, value FROM pool_identity WHERE pool = ? ORDER BY fact, version DESC";
    private static final String REMEMBER = "WITH known AS (" + KNOWN + "), given (fact, value) AS ("
            + "SELECT * FROM unnest(?::text[], ?::text[]))"
            + " INSERT INTO pool_identity (pool, fact, version, value, actor, reason)"
            + " SELECT ?, g.fact, 1, g.value, 'motherlode', 'first opened with it' FROM given g"
            + " WHERE NOT EXISTS (SELECT FROM known k JOIN given h ON h.fact = k.fact WHERE h.value <> k.value)"
            + " ON CONFLICT DO NOTHING";

    private final Database database;

    public IdentityBook(Database database) {
        this.database = database;
    }

    @Override
    public Map<Fact, String> ruling(PoolName pool, Map<Fact, String> values) {
        Map<Fact, String> known = known(pool);
        if (known.keySet().containsAll(values.keySet())) {
            return known;
        }
        String[] facts = values.keySet().stream().map(Fact::text).toArray(String[]::new);
        String[] given = values.values().toArray(String[]::new);
        database.change(REMEMBER, pool.text(), facts, given, pool.text());
        return known(pool);
    }

    private Map<Fact, String> known(PoolName pool) {
        Map<Fact, String> known = new EnumMap<>(Fact.class);
        database.list(
                KNOWN,
                row -> known.put(Fact.valueOf(row.getString("fact").toUpperCase(Locale.ROOT)), row.getString("value")),
                pool.text());
        return known;
    }
}
