package org.motherlode.ejb.history;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The balances of a pool on paper, by the names of {@link Move}: credits minus debits. */
final class PaperBooks {
    private final SortedMap<String, BigInteger> balances = new TreeMap<>();

    void move(Move move) {
        balances.merge(move.from(), move.atoms().negate(), BigInteger::add);
        balances.merge(move.to(), move.atoms(), BigInteger::add);
    }

    void moveAll(List<Move> moves) {
        moves.forEach(this::move);
    }

    BigInteger of(String account) {
        return balances.getOrDefault(account, BigInteger.ZERO);
    }

    /** Of all accounts of this kind. */
    BigInteger ofAll(String kind) {
        return balances.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(kind + " "))
                .map(Map.Entry::getValue)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    BigInteger payable(String miner) {
        return of("miner:payable " + miner);
    }

    /** Those that are not zero. */
    SortedMap<String, BigInteger> all() {
        SortedMap<String, BigInteger> all = new TreeMap<>(balances);
        all.values().removeIf(balance -> balance.signum() == 0);
        return all;
    }
}
