package org.motherlode.ejb.chain.monero;

/** A wallet in the folder that monero-wallet-rpc was given as {@code --wallet-dir}. */
record WalletFile(String name, String password) {
    @Override
    public String toString() {
        return name;
    }
}
