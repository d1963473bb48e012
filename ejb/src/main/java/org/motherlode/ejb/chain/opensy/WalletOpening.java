package org.motherlode.ejb.chain.opensy;

import java.util.Optional;
import org.motherlode.ejb.chain.JsonFields;
import org.motherlode.model.chain.NodeUnavailableException;

/**
 * Makes sure that the wallet of the pool's address is open, after a restart of the node as well.
 *
 * @param file its name in the node's folder; empty for the only one that is open
 */
record WalletOpening(WalletRpc wallet, Optional<String> file, String poolAddress) {
    private static final int NOT_OPEN = -18;

    /** What the wallet says of itself. */
    JsonFields requireOpen() throws NodeUnavailableException {
        NodeReply reply = wallet.info();
        if (reply.isFault(NOT_OPEN) && file.isPresent()) {
            load(file.get());
            reply = wallet.info();
        }
        if (reply.isFault(NOT_OPEN)) {
            throw new NodeUnavailableException(
                    "No wallet is open in " + wallet.name() + ": open the pool's, or name it by opensy.wallet-name");
        }
        JsonFields info = reply.orUnavailable().fields();
        if (!wallet.owns(poolAddress)) {
            throw new NodeUnavailableException("The wallet '" + info.text("walletname") + "' in " + wallet.name()
                    + " cannot spend what is paid to opensy.address, " + poolAddress);
        }
        return info;
    }

    private void load(String name) throws NodeUnavailableException {
        if (wallet.load(name) instanceof NodeReply.Fault fault) {
            throw new NodeUnavailableException(
                    wallet.name() + " cannot open the wallet '" + name + "': " + fault.words());
        }
    }
}
