/** What anybody needs to divide a block's reward again: the bundle, its Merkle tree, its digests. Described in docs/audit.md. */
package org.motherlode.model.audit;
