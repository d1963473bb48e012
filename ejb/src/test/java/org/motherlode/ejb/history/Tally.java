package org.motherlode.ejb.history;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How often what really happened: a history in which nothing can happen proves nothing. */
final class Tally {
    /** What must happen among more than a thousand. */
    private static final List<String> KINDS = List.of(
            "stage ALLOT",
            "stage REVERSE",
            "stage MATURE",
            "stage LOSE",
            "half a stage ALLOT",
            "half a stage MATURE",
            "terms",
            "own threshold",
            "hold",
            "hold ended",
            "reserved",
            "reserved, waits",
            "reserved no more: hold or threshold",
            "reserved no more: paused",
            "released by two persons",
            "signed",
            "taken back",
            "PREPARED to SENT",
            "SENT to CONFIRMED",
            "RESERVED to RELEASED",
            "PREPARED to RELEASED",
            "SENT to REVIEW",
            "a person refuses",
            "a person decides ASK",
            "a person decides CONFIRM",
            "a person decides RELEASE",
            "a person decides REVIEW",
            "deposit",
            "withdrawal",
            "withdrawal refused");

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    static String[] kinds() {
        return KINDS.toArray(String[]::new);
    }

    void add(String what) {
        counts.computeIfAbsent(what, name -> new LongAdder()).increment();
    }

    Map<String, Long> counts() {
        Map<String, Long> all = new TreeMap<>();
        counts.forEach((what, count) -> all.put(what, count.sum()));
        return all;
    }
}
