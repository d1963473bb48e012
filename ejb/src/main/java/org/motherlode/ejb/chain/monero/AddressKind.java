package org.motherlode.ejb.chain.monero;

/** What an address is, and how many bytes it decodes to: tag, two keys, payment id if any, checksum. */
enum AddressKind {
    STANDARD("a standard address", 69),
    /** A standard address with a payment id of eight bytes in it; exchanges give these out. */
    INTEGRATED("an integrated address", 77),
    SUBADDRESS("a subaddress", 69);

    private final String words;
    private final int bytes;

    AddressKind(String words, int bytes) {
        this.words = words;
        this.bytes = bytes;
    }

    int bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return words;
    }
}
