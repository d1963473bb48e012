package org.motherlode.ejb.settlement;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.Values;
import org.motherlode.ejb.settlement.WeighedWindow.Unit;
import org.motherlode.ejb.settlement.WindowSql.Edge;
import org.motherlode.model.reward.Window;
import org.motherlode.model.reward.WindowLength;
import org.motherlode.model.share.ShareNumber;

/** A block's window of so many shares: newest first, beginning with the block's own share; each counts whole. */
final class SharesSql {
    private static final String LAST = "SELECT * FROM shares_window(?, ?, ?::smallint, ?, ?, ?)";

    private final Database database;

    SharesSql(Database database) {
        this.database = database;
    }

    private record Part(String miner, BigInteger weight, long shares, Edge edge) {
        static Part read(ResultSet row) throws SQLException {
            BigInteger weight = Values.whole(row, "weight");
            ShareNumber number =
                    new ShareNumber(row.getInt("edge_node"), row.getLong("edge_epoch"), row.getLong("edge_sequence"));
            Edge edge = new Edge(
                    Values.instant(row, "edge_accepted_at"), number, Values.whole(row, "edge_counted"), weight);
            return new Part(row.getString("miner"), weight, row.getLong("shares"), edge);
        }
    }

    WeighedWindow last(BlockRow block, WindowLength.Shares length) {
        List<Part> parts = database.list(
                LAST,
                Part::read,
                block.pool().text(),
                block.foundAt(),
                block.watermark().node(),
                block.watermark().epoch(),
                block.watermark().sequence(),
                length.shares());
        Map<String, BigInteger> weights = new TreeMap<>();
        parts.forEach(part -> weights.put(part.miner(), part.weight()));
        long there = parts.stream().mapToLong(Part::shares).sum();
        Window window = Window.ofShares(block.finder(), weights, there, length.shares());
        return new WeighedWindow(
                window, Unit.SHARES, parts.stream().map(Part::edge).findFirst(), Optional.empty());
    }
}
