package org.motherlode.ejb.history;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.motherlode.model.payout.PayoutState;

/** A payout on paper. */
final class PaperPayout {
    final long number;
    final SortedMap<String, BigInteger> items;
    private final Set<String> persons = new TreeSet<>();
    private PayoutState state = PayoutState.RESERVED;
    private boolean begun;
    private BigInteger fee = BigInteger.ZERO;

    PaperPayout(long number, SortedMap<String, BigInteger> items, boolean begun) {
        this.number = number;
        this.items = items;
        this.begun = begun;
    }

    PayoutState state() {
        return state;
    }

    boolean isOpen() {
        return state != PayoutState.CONFIRMED && state != PayoutState.RELEASED;
    }

    boolean waits() {
        return isOpen() && !begun;
    }

    /** What the day's bound counts: what went by itself, or still may. */
    boolean countsForTheDay() {
        return begun && state != PayoutState.RELEASED && persons.isEmpty();
    }

    BigInteger total() {
        return items.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    }

    BigInteger fee() {
        return fee;
    }

    void becomes(PayoutState now) {
        state = now;
    }

    void costs(BigInteger atoms) {
        fee = atoms;
    }

    /** Whether this is another person than those before. */
    boolean releasedBy(String person) {
        return persons.add(person);
    }

    boolean isReleased() {
        return waits() && persons.size() >= 2;
    }

    void begins() {
        begun = true;
    }

    List<Move> reserve() {
        return moves("miner:payable ", "miner:reserved ");
    }

    List<Move> release() {
        return moves("miner:reserved ", "miner:payable ");
    }

    private List<Move> moves(String from, String to) {
        return items.entrySet().stream()
                .map(item -> new Move("", from + item.getKey(), to + item.getKey(), item.getValue()))
                .toList();
    }

    /** What the wallet had not earned was the operator's own. */
    void confirm(PaperBooks books) {
        BigInteger excess = total().add(fee).add(books.of("wallet"));
        if (excess.signum() > 0) {
            books.move(new Move("", "wallet", "capital", excess));
        }
        items.forEach((miner, atoms) -> books.move(new Move("", "miner:reserved " + miner, "wallet", atoms)));
        books.move(new Move("", "fees", "wallet", fee));
    }
}
