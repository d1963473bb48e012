package org.motherlode.ejb.view;

import java.math.BigInteger;
import java.time.Instant;
import javax.sql.DataSource;
import org.motherlode.ejb.database.Database;
import org.motherlode.model.bytes.Octets;

/** Writes rows as the shares and money parts write them. */
final class ViewTables {
    private final Database database;
    private long sequence;

    ViewTables(DataSource owner) {
        this.database = new Database(owner);
    }

    void share(String miner, String worker, long difficulty, Instant at) {
        sequence++;
        database.change(
                "INSERT INTO pool_share (pool, node, epoch, sequence, accepted_at, miner, worker, difficulty, height, hash)"
                        + " VALUES ('monero', 1, 1, ?, ?, ?, ?, ?, 100, ?)",
                sequence,
                at,
                miner,
                worker,
                BigInteger.valueOf(difficulty),
                Octets.of(new byte[32]).toBytes());
    }

    /** As when the partitions of old days are dropped. */
    void forgetShares() {
        database.change("DELETE FROM pool_share");
    }

    /** On the day of {@link ViewPool#NOON}. */
    void refused(String miner, String worker, String why, long shares) {
        database.change(
                "INSERT INTO share_refused (pool, day, miner, worker, why, shares)"
                        + " VALUES ('monero', '2026-03-01', ?, ?, ?, ?)",
                miner,
                worker,
                why,
                shares);
    }

    /** The node has nothing from before this time any more. */
    void complete(Instant until) {
        database.change("INSERT INTO pool_node (node) VALUES (1) ON CONFLICT DO NOTHING");
        database.change(
                "INSERT INTO share_progress VALUES (1, 1, 0, ?, ?, ?) ON CONFLICT (node, epoch) DO UPDATE SET"
                        + " complete_sequence = excluded.complete_sequence, complete_until = excluded.complete_until,"
                        + " highest_sequence = excluded.highest_sequence",
                sequence,
                until,
                sequence);
    }

    /** A block by the share written last. */
    void block(String id, String state, Instant at) {
        database.change(
                "INSERT INTO pool_block (pool, height, block_id, state, finder, worker, network_difficulty, asset,"
                        + " expected_reward, watermark_node, watermark_epoch, watermark_sequence, found_at, bytes,"
                        + " confirmations, required) VALUES ('monero', 100, ?, ?, '4Amy', 'rig', 1000, 'XMR',"
                        + " 600000000000, 1, 1, ?, ?, '', 3, 60)",
                id,
                state,
                sequence,
                at);
    }

    /** @param columns scheme, percent, shares, unfilled, bonus, donation, its address */
    void terms(int version, long height, String columns) {
        database.change(
                "INSERT INTO scheme_terms (pool, version, effective_from_height, fee_basis_points, actor, reason, scheme,"
                        + " window_percent, window_shares, unfilled, finder_bonus_basis_points, donation_basis_points,"
                        + " donation_address) VALUES ('monero', ?, ?, 100, 'eve', 'test', " + columns + ")",
                version,
                height);
    }

    void credit(String miner, String kind, long atoms) {
        database.change("INSERT INTO ledger_account (pool, kind, owner, asset) VALUES ('monero', 'immature', '', 'XMR')"
                + " ON CONFLICT DO NOTHING");
        database.change(
                "INSERT INTO ledger_account (pool, kind, owner, asset) VALUES ('monero', ?, ?, 'XMR')", kind, miner);
        database.change(
                "INSERT INTO ledger_transfer (id, event, pool, from_account, to_account, amount, asset)"
                        + " SELECT gen_random_uuid(), 'test', 'monero', f.number, t.number, ?, 'XMR'"
                        + " FROM ledger_account f, ledger_account t WHERE f.kind = 'immature' AND f.owner = ''"
                        + " AND t.kind = ? AND t.owner = ?",
                BigInteger.valueOf(atoms),
                kind,
                miner);
    }

    /** A payout to one miner, brought to this state. */
    void payout(String miner, long atoms, String state) {
        database.change(
                "INSERT INTO payout_batch (pool, asset, total) VALUES ('monero', 'XMR', ?)", BigInteger.valueOf(atoms));
        database.change(
                "INSERT INTO payout_item SELECT max(number), ?, ? FROM payout_batch", miner, BigInteger.valueOf(atoms));
        if (state.equals("RESERVED")) {
            return;
        }
        change("state = 'PREPARED', transaction_id = 'tx' || number, payload = '', network_fee = 0,"
                + " spends = '{}', proof = 'key'");
        if (!state.equals("PREPARED")) {
            change("state = 'SENT'");
            change("state = 'CONFIRMED'");
        }
    }

    private void change(String columns) {
        database.change(
                "UPDATE payout_batch SET " + columns + " WHERE number = (SELECT max(number) FROM payout_batch)");
    }
}
