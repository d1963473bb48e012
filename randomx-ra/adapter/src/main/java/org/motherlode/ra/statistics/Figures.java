package org.motherlode.ra.statistics;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All figures of one adapter. They exist before it starts, because the console asks for their names early. */
public final class Figures {
    private static final Map<String, ToLongFunction<Figures>> WHERE = where();

    private final Map<Count, LongAdder> counts = new LinkedHashMap<>();
    private final Map<Gauge, LongSupplier> gauges = new ConcurrentHashMap<>();
    private final LatencyHistogram verifying = new LatencyHistogram();
    private final LatencyHistogram storing = new LatencyHistogram();
    private final Spread spread = new Spread();

    public Figures() {
        Stream.of(Count.values()).forEach(count -> counts.put(count, new LongAdder()));
        gauges.put(Gauge.VERIFY_P50_MICROS, () -> verifying.percentile(50));
        gauges.put(Gauge.VERIFY_P99_MICROS, () -> verifying.percentile(99));
        gauges.put(Gauge.STORE_P50_MICROS, () -> storing.percentile(50));
        gauges.put(Gauge.STORE_P99_MICROS, () -> storing.percentile(99));
        gauges.put(Gauge.NEW_WORK_MICROS, spread::newest);
        gauges.put(Gauge.NEW_WORK_P99_MICROS, () -> spread.percentile(99));
    }

    /** Counts it, and what it is a part of with it. A sum is counted by its parts only, so that it stays their sum. */
    public void count(Count what) {
        if (what.isSum()) {
            throw new IllegalArgumentException(what + " is the sum of " + what.parts() + " and not counted by itself");
        }
        add(what);
        what.whole().ifPresent(this::add);
    }

    private void add(Count what) {
        counts.getOrDefault(what, new LongAdder()).increment();
    }

    public long total(Count what) {
        return counts.getOrDefault(what, new LongAdder()).sum();
    }

    /** Says where a gauge is read. A gauge that nobody reads shows 0. */
    public void read(Gauge what, LongSupplier from) {
        gauges.put(what, from);
    }

    /** From the offer to the verifier until the verdict. */
    public LatencyHistogram verifying() {
        return verifying;
    }

    /** From the closing of a batch until the listener returned. */
    public LatencyHistogram storing() {
        return storing;
    }

    /** From a template's becoming current until the last connection has its job. */
    public Spread spread() {
        return spread;
    }

    /** Gauges first, then counts, each in its own order. */
    public Map<String, Long> all() {
        Map<String, Long> all = new LinkedHashMap<>();
        names().forEach(name -> all.put(name, one(name)));
        return all;
    }

    /** In the same order. Reads none of them. */
    public static Set<String> names() {
        return Collections.unmodifiableSet(WHERE.keySet());
    }

    /** A figure by its name, and no other is read for that: one that nobody has shows 0. */
    public long one(String name) {
        return WHERE.getOrDefault(name, figures -> 0L).applyAsLong(this);
    }

    private static Map<String, ToLongFunction<Figures>> where() {
        Map<String, ToLongFunction<Figures>> all = new LinkedHashMap<>();
        for (Gauge gauge : Gauge.values()) {
            all.put(gauge.metric(), figures -> figures.shown(gauge));
        }
        for (Count count : Count.values()) {
            all.put(count.metric(), figures -> figures.total(count));
        }
        return all;
    }

    private long shown(Gauge gauge) {
        return gauges.getOrDefault(gauge, () -> 0L).getAsLong();
    }

    /** The names of those that only rise. */
    public static Set<String> counters() {
        return Stream.of(Count.values()).map(Count::metric).collect(Collectors.toSet());
    }

    public Optional<String> words(String metric) {
        Stream<String> ofGauges = Stream.of(Gauge.values())
                .filter(gauge -> gauge.metric().equals(metric))
                .map(Gauge::words);
        Stream<String> ofCounts = Stream.of(Count.values())
                .filter(count -> count.metric().equals(metric))
                .map(Count::words);
        return Stream.concat(ofGauges, ofCounts).findFirst();
    }
}
