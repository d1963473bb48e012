package org.motherlode.model.stratum;

import java.util.Map;

/**
 * Counters and gauges of the adapter since its start, by metric name in the order to show them; whole numbers, the unit
 * at the end of the name ({@code verify_p99_micros}).
 */
public record GatewayFigures(Map<String, Long> values) {}
