/** How long it takes to plan the payouts of very many miners. */
package org.motherlode.bench.plan;
