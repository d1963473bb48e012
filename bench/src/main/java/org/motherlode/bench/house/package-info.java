/** A whole system to measure: a node on a private chain, PostgreSQL, and a server with one light pool. */
package org.motherlode.bench.house;
