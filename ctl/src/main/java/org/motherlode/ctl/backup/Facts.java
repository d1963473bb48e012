package org.motherlode.ctl.backup;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a person would count first in a pool's database. */
public final class Facts {
    /** Each with the fact's name and its value. */
    private static final List<String> QUESTIONS = List.of(
            "SELECT 'sum of all balances, ' || a.asset, trim_scale(sum(b.balance))::text FROM ledger_account a"
                    + " JOIN ledger_balance b ON b.account = a.number GROUP BY a.asset",
            "SELECT 'owed to miners, ' || a.asset, sum(b.balance)::text FROM ledger_account a"
                    + " JOIN ledger_balance b ON b.account = a.number WHERE a.kind LIKE 'miner:%' GROUP BY a.asset",
            "SELECT 'newest share of ' || p.pool, (SELECT s.accepted_at || ' of node ' || s.node || ', epoch ' || s.epoch"
                    + " || ', sequence ' || s.sequence FROM pool_share s WHERE s.pool = p.pool"
                    + " ORDER BY s.accepted_at DESC, s.node DESC, s.epoch DESC, s.sequence DESC LIMIT 1)"
                    + " FROM (SELECT DISTINCT pool FROM share_slice) p"
                    + " WHERE EXISTS (SELECT FROM pool_share s WHERE s.pool = p.pool)",
            "SELECT 'blocks of ' || pool || ', ' || state, count(*)::text FROM pool_block GROUP BY pool, state",
            "SELECT 'highest block of ' || pool, max(height)::text FROM pool_block GROUP BY pool",
            "SELECT 'payouts of ' || pool || ', ' || state, count(*) || ', atoms: ' || sum(total) FROM payout_batch"
                    + " GROUP BY pool, state",
            "SELECT DISTINCT ON (pool) 'newest payout of ' || pool, number || ', ' || state || ', '"
                    + " || coalesce(transaction_id, 'not signed') FROM payout_batch ORDER BY pool, number DESC");

    private static final String SUM = "sum of all balances, ";

    private Facts() {}

    static SortedMap<String, String> of(Sql sql) throws SQLException {
        SortedMap<String, String> facts = new TreeMap<>();
        for (String question : QUESTIONS) {
            for (Fact fact : sql.list(question, row -> new Fact(row.getString(1), row.getString(2)))) {
                facts.put(fact.name(), fact.value());
            }
        }
        return facts;
    }

    private record Fact(String name, String value) {}

    /** The balances of each asset sum to zero; a sentence for each where they do not. */
    public static List<String> unbalanced(SortedMap<String, String> facts) {
        return facts.entrySet().stream()
                .filter(fact ->
                        fact.getKey().startsWith(SUM) && !fact.getValue().equals("0"))
                .map(fact -> "the " + fact.getKey() + " is " + fact.getValue() + " and not 0")
                .toList();
    }

    /** A sentence for each that differs. */
    static List<String> differing(SortedMap<String, String> told, SortedMap<String, String> found) {
        Map<String, String> all = new TreeMap<>(told);
        found.forEach(all::putIfAbsent);
        return all.keySet().stream()
                .filter(name -> !told.getOrDefault(name, "").equals(found.getOrDefault(name, "")))
                .map(name -> name + " is " + found.getOrDefault(name, "missing") + ", and the manifest says "
                        + told.getOrDefault(name, "nothing"))
                .toList();
    }
}
