/** Shares per second through the whole path, against the library alone on as many threads. */
package org.motherlode.bench.path;
