package org.motherlode.model.payout;

import java.util.List;
import java.util.Optional;
import org.motherlode.model.chain.NodeUnavailableException;

/**
 * What a wallet holds, and what went in and out. Each call is one look, while nothing is signed or sent; it demands a wallet that
 * has seen its node's newest block, and throws otherwise: then nothing is known.
 */
public interface WalletRecords {
    /** What it holds, with what moved above a height and what no block has yet. */
    WalletHoldings holdings(long above) throws NodeUnavailableException;

    /** What moved in blocks above a height and up to another one; nothing that no block has. */
    List<WalletMovement> movements(long above, long upTo) throws NodeUnavailableException;

    /** The id of the chain's block at a height, as a found block has it; empty if there is none. */
    Optional<String> block(long height) throws NodeUnavailableException;
}
