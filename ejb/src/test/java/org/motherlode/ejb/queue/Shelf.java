package org.motherlode.ejb.queue;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A store in memory that can be away, and that never takes one certain word. */
final class Shelf implements Store<String> {
    private final List<String> words = new ArrayList<>();
    private final CountDownLatch full;
    private final String poison;
    private int failures;

    Shelf(int wanted, int failures) {
        this(wanted, failures, "poison");
    }

    /** @param poison the word that it never takes */
    Shelf(int wanted, int failures, String poison) {
        this.poison = poison;
        this.full = new CountDownLatch(wanted);
        this.failures = failures;
    }

    @Override
    public synchronized void store(List<String> messages) throws SQLException {
        if (failures > 0) {
            failures--;
            throw new SQLException("connection refused", "08001");
        }
        if (messages.contains(poison)) {
            throw new SQLException("duplicate key", "23505");
        }
        words.addAll(messages);
        messages.forEach(message -> full.countDown());
    }

    boolean isFull() throws InterruptedException {
        return full.await(20, TimeUnit.SECONDS);
    }

    synchronized List<String> words() {
        return List.copyOf(words);
    }
}
