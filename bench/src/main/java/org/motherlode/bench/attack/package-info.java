/** What hostile neighbours cost honest miners, and what a refusal costs that needs no hash. */
package org.motherlode.bench.attack;
