package org.motherlode.ejb.books;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.motherlode.ejb.database.Database;
import org.motherlode.model.books.CheckScope;
import org.motherlode.model.books.Invariant;
import org.motherlode.model.books.Verdict;
import org.motherlode.model.money.Asset;
import org.motherlode.model.pool.PoolName;

/** The check of one pool, as far as its rows alone can tell. Each call runs in the caller's transaction. */
record PoolBooks(Database database, PoolName pool, Asset asset, BooksTerms terms) {

    /** What is looked at together: one finds what is wrong with the other, or they are asked in one question. */
    private static final List<Set<Invariant>> TOGETHER = List.of(
            EnumSet.of(Invariant.BALANCES),
            EnumSet.of(Invariant.OVERDRAFTS),
            EnumSet.of(Invariant.PAYMENTS),
            EnumSet.of(Invariant.FUNDS, Invariant.MOVEMENTS, Invariant.INCOME),
            EnumSet.of(Invariant.BLOCKS, Invariant.WEIGHTS));

    void begin(long run, CheckScope scope) {
        new PassRows(database, pool).begin(run, scope == CheckScope.ALL ? EnumSet.allOf(Invariant.class) : open());
    }

    private Set<Invariant> open() {
        Set<String> closed = new ResultRows(database, pool)
                .all().stream()
                        .filter(result -> !result.isOpen())
                        .map(ResultRows.Result::invariant)
                        .collect(Collectors.toSet());
        return TOGETHER.stream()
                .filter(rules -> rules.stream().anyMatch(rule -> !closed.contains(rule.code())))
                .flatMap(Set::stream)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Invariant.class)));
    }

    /** Whether the check that has begun is to ask the wallet. */
    boolean wantsWallet() {
        return !new PassRows(database, pool).of(Invariant.FUNDS).done();
    }

    /** Does a portion; says whether that was the last of this invariant. */
    boolean advance(Invariant invariant) {
        if (new PassRows(database, pool).of(invariant).done()) {
            return true;
        }
        return switch (invariant) {
            case BALANCES -> new BalancePass(database, pool).advance(BalancePass.TRANSFERS);
            case OVERDRAFTS -> new BalancePass(database, pool).overdrafts();
            case BLOCKS -> new BlockPass(database, pool, asset).advance();
            case PAYMENTS -> new PaymentPass(database, pool).advance();
            case WEIGHTS -> new WeightsPass(database, pool, terms).advance();
            case FUNDS, MOVEMENTS, INCOME ->
                throw new IllegalArgumentException(invariant + " is not for the database alone to tell");
        };
    }

    void keep(List<Verdict> verdicts) {
        ResultRows results = new ResultRows(database, pool);
        verdicts.forEach(verdict -> results.keep(verdict, "the wallet and its chain were asked"));
    }

    /** The broken first, then what is not known, then the rest. */
    String words() {
        List<ResultRows.Result> all = new ResultRows(database, pool).all();
        String broken = all.stream()
                .filter(result -> !result.broken().isEmpty())
                .map(result -> result.invariant() + " is broken: " + result.broken() + "; ")
                .collect(Collectors.joining());
        String unknown = all.stream()
                .filter(result -> !result.unknown().isEmpty())
                .map(result -> result.invariant() + " is not known: " + result.unknown() + "; ")
                .collect(Collectors.joining());
        String right = all.stream()
                .filter(result -> !result.isOpen() && result.isTold())
                .map(ResultRows.Result::invariant)
                .collect(Collectors.joining(", "));
        return broken + unknown + "right: " + right;
    }

    /** Whether something is broken or could not be told. */
    boolean isOpen() {
        return new ResultRows(database, pool).all().stream().anyMatch(ResultRows.Result::isOpen);
    }
}
