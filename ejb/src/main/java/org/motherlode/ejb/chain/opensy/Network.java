package org.motherlode.ejb.chain.opensy;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A network of OpenSY, as settings and as the node's {@code chain} name it (OpenSY {@code src/kernel/chainparams.cpp}). */
enum Network {
    MAINNET("main", AddressForm.MAIN),
    TESTNET("test", AddressForm.TEST),
    TESTNET4("testnet4", AddressForm.TEST),
    SIGNET("signet", AddressForm.TEST),
    REGTEST("regtest", AddressForm.REGTEST);

    private final String chain;
    private final AddressForm form;

    Network(String chain, AddressForm form) {
        this.chain = chain;
        this.form = form;
    }

    /** As the node calls it. */
    String chain() {
        return chain;
    }

    AddressForm form() {
        return form;
    }

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
