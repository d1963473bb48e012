package org.motherlode.ejb.chain.opensy;

import java.util.Optional;
import java.util.stream.Stream;

/** How the addresses of a network begin; several networks share one form. */
enum AddressForm {
    MAIN("syl", 35, 36, "mainnet"),
    TEST("tsyl", 95, 96, "testnet, testnet4 and signet"),
    REGTEST("rsyl", 95, 96, "regtest");

    private final String prefix;
    private final int keyVersion;
    private final int scriptVersion;
    private final String networks;

    AddressForm(String prefix, int keyVersion, int scriptVersion, String networks) {
        this.prefix = prefix;
        this.keyVersion = keyVersion;
        this.scriptVersion = scriptVersion;
        this.networks = networks;
    }

    /** The human-readable part of Bech32. */
    String prefix() {
        return prefix;
    }

    /** First byte of an address that is a key's hash. */
    int keyVersion() {
        return keyVersion;
    }

    /** For sentences. */
    String networks() {
        return networks;
    }

    static Optional<AddressForm> ofPrefix(String prefix) {
        return Stream.of(values()).filter(form -> form.prefix.equals(prefix)).findFirst();
    }

    boolean hasVersion(int version) {
        return version == keyVersion || version == scriptVersion;
    }
}
