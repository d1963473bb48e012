package org.motherlode.ra.verify;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Whose turn it is among those who wait: whoever was given the least time so far. Who comes new begins where the last turn
 * began, so that nobody saves time up by staying away, and who has had more than that is remembered until the others have
 * had as much. Start-time fair queueing (Goyal, Vin, Cheng 1996) with the cost corrected afterwards. Not thread-safe.
 *
 * @param <K> who takes part
 */
final class Turns<K> {
    private static final class Account<K> {
        private final K who;
        private final long number;
        private long spent;
        private boolean waits;

        Account(K who, long number, long spent) {
            this.who = who;
            this.number = number;
            this.spent = spent;
        }

        long spent() {
            return spent;
        }

        long number() {
            return number;
        }
    }

    private final int mostResting;
    private final Map<K, Account<K>> accounts = new HashMap<>();
    private final NavigableSet<Account<K>> waiting = byTime();
    private final NavigableSet<Account<K>> resting = byTime();
    private long reached;
    private long numbers;

    /** Remembers so many of those who wait for nothing. */
    Turns(int mostResting) {
        this.mostResting = mostResting;
    }

    /** Has something to be done from now on. */
    void waits(K who) {
        Account<K> account = accounts.computeIfAbsent(who, fresh -> new Account<>(fresh, numbers++, reached));
        if (!account.waits) {
            resting.remove(account);
            account.spent = Math.max(account.spent, reached);
            account.waits = true;
            waiting.add(account);
        }
    }

    /** Has nothing more to be done for now. */
    void rests(K who) {
        Account<K> account = accounts.get(who);
        if (account != null && account.waits) {
            waiting.remove(account);
            account.waits = false;
            resting.add(account);
            forget();
        }
    }

    /** Whose turn it is; at least one must wait. */
    K next() {
        Account<K> account = waiting.first();
        reached = Math.max(reached, account.spent);
        return account.who;
    }

    /** Adds to what somebody was given; less than zero takes an estimate back that was too high. */
    void charge(K who, long nanos) {
        Account<K> account = accounts.get(who);
        if (account == null) {
            return; // forgotten: it owes nothing
        }
        NavigableSet<Account<K>> among = account.waits ? waiting : resting;
        among.remove(account);
        account.spent += nanos;
        among.add(account);
        forget();
    }

    /** How many are remembered. */
    int known() {
        return accounts.size();
    }

    private void forget() {
        while (!resting.isEmpty() && (resting.first().spent <= reached || resting.size() > mostResting)) {
            accounts.remove(resting.pollFirst().who);
        }
    }

    private static <K> NavigableSet<Account<K>> byTime() {
        return new TreeSet<>(
                Comparator.<Account<K>>comparingLong(Account::spent).thenComparingLong(Account::number));
    }
}
