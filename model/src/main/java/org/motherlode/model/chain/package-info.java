/** The ports of a chain: node, blocks, addresses. A chain is data made of these. */
package org.motherlode.model.chain;
