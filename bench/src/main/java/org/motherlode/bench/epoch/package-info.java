/** The change of RandomX's seed under load. */
package org.motherlode.bench.epoch;
