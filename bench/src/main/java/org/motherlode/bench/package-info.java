/** Measurements. Nothing here is shipped; {@code docs/performance.md} says how to run them and what they gave. */
package org.motherlode.bench;
