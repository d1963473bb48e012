/** What making shares durable costs, and how many a second there can be, with a hash that costs nothing. */
package org.motherlode.bench.durable;
