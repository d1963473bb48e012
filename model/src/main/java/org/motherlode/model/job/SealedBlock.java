package org.motherlode.model.job;

import java.util.Optional;
import org.motherlode.model.block.BlockRef;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.money.Money;

/**
 * A complete block, ready to be given to a node, with the reference by which the chain can be asked about it.
 *
 * @param bytes what the sink sends; it may be sent again at any time
 * @param reward what the block will pay the pool, where the chain knows it already
 */
public record SealedBlock(BlockRef ref, Octets bytes, Optional<Money> reward) {}
