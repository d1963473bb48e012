package org.motherlode.ejb.chain.monero;

import java.util.Optional;
import org.motherlode.model.chain.NodeUnavailableException;

/** Makes sure that the wallet of the pool's address is open, after a restart of the wallet's program as well. */
record WalletOpening(WalletRpc wallet, Optional<WalletFile> file, String poolAddress) {
    private static final int NO_WALLET_OPEN = -13;

    void requireOpen() throws NodeUnavailableException {
        RpcReply reply = wallet.address();
        if (reply instanceof RpcReply.Fault fault && fault.code() == NO_WALLET_OPEN) {
            open();
            reply = wallet.address();
        }
        String open = reply.orUnavailable().text("address");
        if (!open.equals(poolAddress)) {
            throw new NodeUnavailableException("The wallet open in " + wallet.name() + " has the address " + open
                    + ", but monero.address is " + poolAddress);
        }
    }

    private void open() throws NodeUnavailableException {
        if (file.isEmpty()) {
            throw new NodeUnavailableException("No wallet is open in " + wallet.name()
                    + ": open the pool's, or set monero.wallet-file and monero.wallet-password");
        }
        if (wallet.open(file.get()) instanceof RpcReply.Fault fault) {
            throw new NodeUnavailableException(wallet.name() + " cannot open the wallet file '" + file.get() + "': "
                    + fault.words() + "; does it exist in its --wallet-dir, and is monero.wallet-password right?");
        }
    }
}
