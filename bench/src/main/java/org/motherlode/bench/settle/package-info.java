/** How long it takes to divide a block among very many miners. */
package org.motherlode.bench.settle;
