package org.motherlode.model.audit;

import java.util.List;
import org.motherlode.model.bytes.Octets;

/**
 * One owner's line of a block, and what leads from it to the root of all.
 *
 * @param index of the line among the owners, from 0
 * @param path the neighbours on the way to the root, the lowest first: {@link MerkleTree}
 */
public record LineAudit(BlockAudit block, AuditLine line, int index, List<Octets> path, Octets root) {}
