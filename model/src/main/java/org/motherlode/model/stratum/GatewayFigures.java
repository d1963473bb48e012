package org.motherlode.model.stratum;

import java.util.Map;
import java.util.Set;

/**
 * Counters and gauges of the adapter since its start, by metric name in the order to show them; whole numbers, the unit
 * at the end of the name ({@code verify_p99_micros}).
 *
 * @param counters the names of those that only rise
 */
public record GatewayFigures(Map<String, Long> values, Set<String> counters) {
    public GatewayFigures(Map<String, Long> values) {
        this(values, Set.of());
    }
}
