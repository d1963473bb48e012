package org.motherlode.ejb.settlement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.Values;

/** The recomputation of a block that docs/settlement.md gives to everybody, taken from the page itself. */
record DocumentedSql(Database database) {
    private static final Path DOCUMENT = Path.of("..", "docs", "settlement.md");

    /** @param atoms all that the miner got of the block, with donation and bonus */
    record Line(
            String miner,
            BigInteger weight,
            BigInteger atoms,
            BigInteger fee,
            BigInteger donation,
            BigInteger bonus,
            BigInteger carry) {
        static Line read(ResultSet row) throws SQLException {
            return new Line(
                    row.getString("miner"),
                    Values.whole(row, "weight"),
                    Values.whole(row, "atoms"),
                    Values.whole(row, "fee"),
                    Values.whole(row, "donation"),
                    Values.whole(row, "bonus"),
                    Values.whole(row, "carry"));
        }
    }

    List<Line> lines(long block) {
        return new ArrayList<>(database.list(sql().replace(":block", Long.toString(block)), Line::read));
    }

    /** What each miner gets; nothing is left out. */
    SortedMap<String, BigInteger> credits(long block) {
        SortedMap<String, BigInteger> credits = new TreeMap<>();
        lines(block).stream()
                .filter(line -> line.atoms().signum() > 0)
                .forEach(line -> credits.put(line.miner(), line.atoms()));
        return credits;
    }

    /** What each has in the window; who is credited without a share is left out. */
    SortedMap<String, BigInteger> weights(long block) {
        SortedMap<String, BigInteger> weights = new TreeMap<>();
        lines(block).stream()
                .filter(line -> line.weight().signum() > 0)
                .forEach(line -> weights.put(line.miner(), line.weight()));
        return weights;
    }

    private static String sql() {
        try {
            String text = Files.readString(DOCUMENT);
            int begin = text.indexOf("```sql\nWITH block AS") + 7;
            return text.substring(begin, text.indexOf("```", begin));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
