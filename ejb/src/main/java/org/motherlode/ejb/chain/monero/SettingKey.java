package org.motherlode.ejb.chain.monero;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The settings of a Monero pool; {@code docs/chains/monero.md} says what each means. */
enum SettingKey {
    NETWORK("network"),
    ADDRESS("address"),
    ALLOW_INTEGRATED("allow-integrated"),
    ALLOW_SUBADDRESS("allow-subaddress"),
    CONFIRMATIONS("confirmations"),
    ORPHAN_DEPTH("orphan-depth"),
    PAYOUT_CONFIRMATIONS("payout-confirmations"),
    NODE_LOGIN("node-login"),
    NODE_TIMEOUT("node-timeout-millis"),
    NODE_CONNECTIONS("node-connections"),
    WALLET_LOGIN("wallet-login"),
    WALLET_FILE("wallet-file"),
    WALLET_PASSWORD("wallet-password"),
    WALLET_TIMEOUT("wallet-timeout-millis"),
    WALLET_LOOK_TIMEOUT("wallet-look-timeout-millis"),
    CONNECT_TIMEOUT("connect-timeout-millis"),
    ANSWER_BYTES("answer-bytes"),
    V2_VERSION("v2-version"),
    ZMQ("zmq"),
    ZMQ_RECONNECT("zmq-reconnect-millis"),
    VIEW_KEY("view-key"),
    CHOOSING_PERCENT("self-select-percent");

    private static final SortedSet<String> KEYS = Collections.unmodifiableSortedSet(
            Stream.of(values()).map(SettingKey::key).collect(Collectors.toCollection(TreeSet::new)));

    private final String key;

    SettingKey(String name) {
        this.key = Monero.ID + "." + name;
    }

    String key() {
        return key;
    }

    static Set<String> keys() {
        return KEYS;
    }
}
