package org.motherlode.ejb.settlement;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.Values;
import org.motherlode.ejb.terms.PoolFacts;
import org.motherlode.ejb.terms.SchemeColumns;
import org.motherlode.ejb.terms.TermsBook;
import org.motherlode.model.audit.WeightsDigest;
import org.motherlode.model.money.Money;
import org.motherlode.model.reward.Allotment;
import org.motherlode.model.reward.SchemeTerms;
import org.motherlode.model.reward.Window;

/** Writes a block's window down, and reads it back. */
final class Freezer {
    private static final String INSERT =
            "INSERT INTO block_settlement (block, pool, terms_version, scheme, reward, unit, size, filled, previous_block,"
                    + " edge_accepted_at, edge_node, edge_epoch, edge_sequence, edge_counted,"
                    + " last_accepted_at, last_node, last_epoch, last_sequence, weights_sha256)"
                    + " VALUES (?, ?, ?, ?, ?::numeric, ?, ?, ?, ?::bigint,"
                    + " ?::timestamptz, ?::smallint, ?::bigint, ?::bigint, ?::numeric, ?, ?, ?, ?, ?)";
    private static final String INSERT_WEIGHTS = "INSERT INTO block_weight (block, owner, weight, credit)"
            + " SELECT ?, w.owner, w.weight, CASE WHEN ? THEN w.credit END FROM unnest(?, ?, ?) AS w (owner, weight, credit)";
    private static final String READ = "SELECT e.reward, e.size, e.filled, b.finder, " + SchemeColumns.NAMES
            + " FROM block_settlement e JOIN pool_block b ON b.number = e.block"
            + " JOIN scheme_terms t ON t.pool = e.pool AND t.version = e.terms_version WHERE e.block = ?";

    private final Database database;

    Freezer(Database database) {
        this.database = database;
    }

    void freeze(PoolFacts pool, BlockRow block) {
        SchemeTerms terms = new TermsBook(database).scheme(pool, block.height());
        pool.unpayableDonation(terms).ifPresent(why -> {
            throw new IllegalStateException(why);
        });
        WeighedWindow weighed = new Weighing(database).of(block, terms.scheme());
        Window window = weighed.window();
        Optional<WindowSql.Edge> edge = weighed.edge();
        database.change(
                INSERT,
                block.number(),
                block.pool().text(),
                terms.version(),
                terms.scheme().title(),
                block.expectedReward(),
                weighed.unit().name(),
                window.size(),
                window.filled(),
                weighed.previous(),
                edge.map(WindowSql.Edge::acceptedAt),
                edge.map(oldest -> oldest.number().node()),
                edge.map(oldest -> oldest.number().epoch()),
                edge.map(oldest -> oldest.number().sequence()),
                edge.map(WindowSql.Edge::counted),
                block.foundAt(),
                block.watermark().node(),
                block.watermark().epoch(),
                block.watermark().sequence(),
                WeightsDigest.of(window.weights()));
        keepWeights(pool, block, window, terms);
    }

    private void keepWeights(PoolFacts pool, BlockRow block, Window window, SchemeTerms terms) {
        Map<String, BigInteger> credits = block.expectedReward()
                .map(atoms -> new Money(atoms, pool.asset()))
                .<Map<String, BigInteger>>map(
                        reward -> Allotment.of(reward, window, terms).credits())
                .orElse(Map.of());
        Map<String, BigInteger> weights = window.weights();
        database.change(
                INSERT_WEIGHTS,
                block.number(),
                block.expectedReward().isPresent(),
                weights.keySet().toArray(String[]::new),
                weights.values().toArray(BigInteger[]::new),
                weights.keySet().stream()
                        .map(owner -> credits.getOrDefault(owner, BigInteger.ZERO))
                        .toArray(BigInteger[]::new));
    }

    Optional<Frozen> read(long block) {
        SortedMap<String, BigInteger> weights = new TreeMap<>();
        database.list(
                "SELECT owner, weight FROM block_weight WHERE block = ?",
                row -> weights.put(row.getString("owner"), Values.whole(row, "weight")),
                block);
        return database.first(
                READ,
                row -> new Frozen(
                        SchemeColumns.read(row).terms(),
                        new Window(
                                row.getString("finder"),
                                weights,
                                Values.whole(row, "filled"),
                                Values.whole(row, "size")),
                        Values.maybeWhole(row, "reward")),
                block);
    }
}
