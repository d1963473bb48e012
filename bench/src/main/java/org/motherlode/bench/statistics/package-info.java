/** The arithmetic of measurements: medians, quantiles, ratios of pairs. Nothing here comes near money. */
package org.motherlode.bench.statistics;
