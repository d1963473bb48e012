package org.motherlode.model.chain;

import java.util.Optional;

/** Tells whether whoever can spend what an address is paid has signed a text. Pure: neither node nor wallet is asked. */
@FunctionalInterface
public interface SignedTexts {
    /**
     * Why it is not so, in a sentence for the miner; empty if the signature is his.
     *
     * @param miner who should have signed
     * @param text exactly what was signed, its UTF-8 bytes
     * @param signature as the chain's wallets write it; anything at all may come here
     */
    Optional<String> objection(MinerAddress miner, String text, String signature);
}
