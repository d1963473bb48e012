package org.motherlode.ejb.chain.monero;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A Monero network, told apart by the first byte of its addresses (monero {@code src/cryptonote_config.h}). */
enum Network {
    /** Also regtest, which monerod calls {@code fakechain}: it has mainnet's addresses. */
    MAINNET(18, 19, 42),
    TESTNET(53, 54, 63),
    STAGENET(24, 25, 36);

    private final int standard;
    private final int integrated;
    private final int subaddress;

    Network(int standard, int integrated, int subaddress) {
        this.standard = standard;
        this.integrated = integrated;
        this.subaddress = subaddress;
    }

    Optional<AddressKind> kind(int tag) {
        if (tag == standard) {
            return Optional.of(AddressKind.STANDARD);
        }
        if (tag == integrated) {
            return Optional.of(AddressKind.INTEGRATED);
        }
        return tag == subaddress ? Optional.of(AddressKind.SUBADDRESS) : Optional.empty();
    }

    /** The network whose addresses begin with this tag. */
    static Optional<Network> ofTag(int tag) {
        return Stream.of(values())
                .filter(network -> network.kind(tag).isPresent())
                .findFirst();
    }

    /** By the name that settings and monerod's {@code nettype} use. */
    static Optional<Network> named(String name) {
        return Stream.of(values())
                .filter(network -> network.toString().equals(name))
                .findFirst();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
