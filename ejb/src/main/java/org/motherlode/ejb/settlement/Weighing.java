package org.motherlode.ejb.settlement;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.settlement.WeighedWindow.Unit;
import org.motherlode.ejb.settlement.WindowSql.Edge;
import org.motherlode.model.reward.Scheme;
import org.motherlode.model.reward.Window;
import org.motherlode.model.reward.WindowLength;

/** Finds the window of a block by the scheme that rules it. Everything that it depends on is there before a block is due. */
final class Weighing {
    private final WindowSql work;
    private final MovedWindow moved;
    private final SharesSql shares;
    private final RoundSql rounds;

    Weighing(Database database) {
        this.work = new WindowSql(database);
        this.moved = new MovedWindow(database, work);
        this.shares = new SharesSql(database);
        this.rounds = new RoundSql(database);
    }

    WeighedWindow of(BlockRow block, Scheme scheme) {
        return scheme.fold(
                pplns -> pplns.length().fold(percent -> byWork(block, percent), last -> shares.last(block, last)),
                prop -> round(block),
                solo -> new WeighedWindow(
                        Window.ofFinder(block.finder()), Unit.SHARES, Optional.empty(), Optional.empty()));
    }

    private WeighedWindow byWork(BlockRow block, WindowLength.Percent length) {
        BigInteger size = length.size(block.networkDifficulty());
        Optional<Edge> edge = work.edge(block, size);
        Map<String, BigInteger> weights = edge.<Map<String, BigInteger>>map(oldest -> moved.weights(block, oldest)
                        .filter(all -> work.edge(block, size).equals(edge)) // no share came meanwhile
                        .orElseGet(() -> work.weights(block, oldest)))
                .orElse(Map.of());
        Window window = Window.ofWork(block.finder(), weights, size);
        return new WeighedWindow(window, Unit.WORK, edge, Optional.empty());
    }

    private WeighedWindow round(BlockRow block) {
        Optional<RoundSql.Previous> previous = rounds.previous(block);
        Optional<Edge> edge = rounds.edge(block, previous);
        Map<String, BigInteger> weights = edge.<Map<String, BigInteger>>map(oldest -> work.weights(block, oldest))
                .orElse(Map.of());
        Window window = Window.ofRound(block.finder(), weights);
        return new WeighedWindow(window, Unit.WORK, edge, previous.map(RoundSql.Previous::block));
    }
}
