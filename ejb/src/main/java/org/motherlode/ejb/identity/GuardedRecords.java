package org.motherlode.ejb.identity;

import java.util.List;
import java.util.Optional;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.payout.WalletHoldings;
import org.motherlode.model.payout.WalletMovement;
import org.motherlode.model.payout.WalletRecords;

/** Says nothing of another network's wallet. */
record GuardedRecords(WalletRecords records, SameNetwork same) implements WalletRecords {
    @Override
    public WalletHoldings holdings(long above) throws NodeUnavailableException {
        return same.ask(() -> records.holdings(above));
    }

    @Override
    public List<WalletMovement> movements(long above, long upTo) throws NodeUnavailableException {
        return same.ask(() -> records.movements(above, upTo));
    }

    @Override
    public Optional<String> block(long height) throws NodeUnavailableException {
        return same.ask(() -> records.block(height));
    }
}
