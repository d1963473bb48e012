package org.motherlode.model.chain;

import java.util.Optional;

/** Decides whether a miner can be paid at an address. Pure: no node is asked. */
public interface AddressParser {
    AddressVerdict parse(String text);

    /** How an address's owner is known by what he signed; empty on a chain whose wallets sign no texts. */
    default Optional<SignedTexts> signedTexts() {
        return Optional.empty();
    }
}
