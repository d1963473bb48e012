package org.motherlode.ctl.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;

/** A small database with a little of everything: two pools, shares of two times, blocks, books, payouts in each state. */
final class Sample {
    /** Before V19 there was one scheme, and its name stood nowhere. */
    private static final String SCHEME =
            "DO $do$ BEGIN INSERT INTO scheme_terms (pool, version, effective_from_height, fee_basis_points, window_percent,"
                    + " unfilled, actor, reason, scheme, finder_bonus_basis_points, donation_basis_points)"
                    + " VALUES ('monero', 1, 0, 100, 200, 'SCALE', 'olga', 'a \"first\" one;\\ with\ttab and\nline', 'PPLNS', 0, 0);"
                    + " EXCEPTION WHEN undefined_column THEN INSERT INTO scheme_terms VALUES ('monero', 1, 0, 100, 200, 'SCALE',"
                    + " 'olga', 'a \"first\" one;\\ with\ttab and\nline'); END $do$";

    private static final List<String> ROWS = List.of(
            "INSERT INTO pool_node VALUES (0, false), (3, true)",
            "SELECT share_days_ahead(2)",
            SCHEME,
            terms("'monero', 1, now() - interval '1 day', 'XMR', 100, 15, false, 'olga', 'first'"),
            terms("'monero', 2, now() - interval '1 hour', 'XMR', 200, 9, false, 'olga', 'more'"),
            terms("'second', 1, now() - interval '1 day', 'SEC', 7, 1000, false, 'olga', 'first'"),
            "INSERT INTO pool_share SELECT 'monero', 0, 1700000000, n, now() - interval '1 hour' + n * interval '1 s',"
                    + " 'miner-' || n % 3, 'rig', 1000 + n, 3000000, decode(md5(n::text), 'hex') FROM generate_series(1, 200) n",
            "INSERT INTO pool_share VALUES ('second', 0, 1700000000, 201, '2020-02-29 12:00:00.123456+00', 'amy', '', 5, 1, '')",
            "INSERT INTO pool_block (pool, height, block_id, state, finder, worker, network_difficulty, asset, expected_reward,"
                    + " watermark_node, watermark_epoch, watermark_sequence, found_at, bytes) SELECT 'monero', 3000000 + n, 'block-' || n,"
                    + " CASE n WHEN 1 THEN 'MATURE' WHEN 2 THEN 'ORPHANED' ELSE 'FOUND' END, 'amy', 'rig', 100000, 'XMR', 600000000000,"
                    + " 0, 1700000000, n, now(), '\\x00ff' FROM generate_series(1, 3) n",
            "INSERT INTO ledger_account (pool, kind, owner, asset) VALUES ('monero', 'wallet', '', 'XMR'), ('monero', 'fees', '', 'XMR'),"
                    + " ('monero', 'miner:payable', 'amy', 'XMR'), ('monero', 'miner:payable', 'bob', 'XMR'),"
                    + " ('monero', 'miner:reserved', 'amy', 'XMR'), ('second', 'wallet', '', 'SEC'), ('second', 'miner:payable', 'amy', 'SEC')",
            move("monero", "wallet", "miner:payable amy", 1000),
            move("monero", "wallet", "miner:payable bob", 700),
            move("monero", "wallet", "fees", 17),
            move("second", "wallet", "miner:payable amy", 50),
            payout("monero", 300, "bob"),
            "UPDATE payout_batch SET state = 'PREPARED', transaction_id = 'ab12', payload = '\\x0102', network_fee = 3, spends = '{one}',"
                    + " proof = 'key' WHERE state = 'RESERVED'",
            "UPDATE payout_batch SET state = 'SENT' WHERE state = 'PREPARED'",
            "UPDATE payout_batch SET state = 'CONFIRMED' WHERE state = 'SENT'",
            payout("monero", 400, "amy"),
            move("monero", "miner:payable amy", "miner:reserved amy", 400),
            payout("second", 50, "amy"),
            "UPDATE payout_batch SET state = 'PREPARED', transaction_id = 'cd34', payload = '', network_fee = 0, spends = '{}', proof = ''"
                    + " WHERE pool = 'second'",
            "SELECT ledger_prove('monero', 2)",
            "INSERT INTO ban VALUES ('192.0.2.7', now(), now() + interval '1 day', 1, 'floods', 'olga')");

    private Sample() {}

    /** Before V20 there were no bounds; since then each is said, here that there is none. */
    private static String terms(String values) {
        return "INSERT INTO payout_terms SELECT r.* FROM (SELECT " + values
                + ") v (pool, version, effective_from, asset, threshold,"
                + " most_receivers, paused, actor, reason), jsonb_populate_record(NULL::payout_terms,"
                + " to_jsonb(v) || jsonb_build_object('created_at', now())) r";
    }

    static void fill(DataSource owner) throws SQLException {
        run(owner, ROWS.toArray(String[]::new));
    }

    /** An account is called by its kind, and behind that its owner, if it has one. */
    static String move(String pool, String from, String to, long atoms) {
        return "INSERT INTO ledger_transfer (id, event, pool, from_account, to_account, amount, asset) SELECT gen_random_uuid(),"
                + " 'an event', f.pool, f.number, t.number, " + atoms
                + ", f.asset FROM ledger_account f JOIN ledger_account t"
                + " ON t.pool = f.pool WHERE f.pool = '" + pool
                + "' AND concat_ws(' ', f.kind, nullif(f.owner, '')) = '" + from
                + "' AND concat_ws(' ', t.kind, nullif(t.owner, '')) = '" + to + "'";
    }

    private static String payout(String pool, long atoms, String miner) {
        return "WITH b AS (INSERT INTO payout_batch (pool, asset, total) VALUES ('" + pool + "', 'XMR', " + atoms
                + ") RETURNING number) INSERT INTO payout_item SELECT number, '" + miner + "', " + atoms + " FROM b";
    }

    static void run(DataSource source, String... commands) throws SQLException {
        try (Connection connection = source.getConnection()) {
            for (String command : commands) new Sql(connection).run(command);
        }
    }

    static <T> List<T> list(DataSource source, String query, Sql.Row<T> read) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return new Sql(connection).list(query, read);
        }
    }

    /** Of each table all its rows, in an order of their own, as one digest. */
    static SortedMap<String, String> rows(DataSource owner) throws SQLException {
        SortedMap<String, String> digests = new TreeMap<>();
        try (Connection connection = owner.getConnection()) {
            Sql sql = new Sql(connection);
            sql.run("SET TIME ZONE 'UTC'");
            for (Map.Entry<String, List<String>> table :
                    new Catalog(sql).tables().entrySet()) {
                String text =
                        "SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') FROM "
                                + Sql.table(table.getKey()) + " t";
                digests.put(
                        table.getKey(), sql.list(text, row -> row.getString(1)).get(0));
            }
        }
        return digests;
    }
}
