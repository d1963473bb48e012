package org.motherlode.ejb.chain.opensy;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The settings of an OpenSY pool; {@code docs/chains/opensy.md} says what each means. */
enum SettingKey {
    NETWORK("network"),
    ADDRESS("address"),
    POOL_TEXT("pool-text"),
    CONFIRMATIONS("confirmations"),
    ORPHAN_DEPTH("orphan-depth"),
    PAYOUT_CONFIRMATIONS("payout-confirmations"),
    FEE_RATE("fee-rate"),
    SEARCH_BLOCKS("search-blocks"),
    NODE_LOGIN("node-login"),
    NODE_COOKIE("node-cookie"),
    NODE_TIMEOUT("node-timeout-millis"),
    NODE_CONNECTIONS("node-connections"),
    NODE_FAILURES("node-failures"),
    NODE_REST("node-rest-millis"),
    LONG_POLL("long-poll"),
    LONG_POLL_TIMEOUT("long-poll-timeout-millis"),
    WALLET_NAME("wallet-name"),
    WALLET_TIMEOUT("wallet-timeout-millis"),
    CONNECT_TIMEOUT("connect-timeout-millis"),
    ANSWER_BYTES("answer-bytes");

    private static final SortedSet<String> KEYS = Collections.unmodifiableSortedSet(
            Stream.of(values()).map(SettingKey::key).collect(Collectors.toCollection(TreeSet::new)));

    private final String key;

    SettingKey(String name) {
        this.key = OpenSy.ID + "." + name;
    }

    String key() {
        return key;
    }

    static Set<String> keys() {
        return KEYS;
    }
}
