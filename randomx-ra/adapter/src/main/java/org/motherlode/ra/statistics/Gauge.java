package org.motherlode.ra.statistics;

import java.util.Locale;

/** Something that the adapter reads off when asked. */
public enum Gauge {
    CONNECTIONS("Open sockets"),
    HANDSHAKES("Open sockets whose TLS handshake or PROXY header is not complete"),
    MINERS("Logged-in connections"),
    BANS_KNOWN("Bans that hold, and those that are over but make the next one longer"),
    BANS_UNSTORED("Own bans that are not stored yet"),
    ORIGINS("Addresses, networks and wallets that are remembered"),
    POOLS_OPEN("Pools with listening sockets"),
    POOLS_STOPPED("Pools that were stopped or could not be read"),
    NEW_WORK_MICROS("From the newest template's becoming current until its job was written to the last connection"),
    NEW_WORK_P99_MICROS("99 of 100 templates' jobs were written to the last connection within this time"),
    VERIFY_BLOCKS_WAITING("Claimed blocks that wait for a verifier"),
    VERIFY_PROVEN_WAITING("Shares of proven miners that wait for a verifier"),
    VERIFY_UNPROVEN_WAITING("Shares of new miners that wait for a verifier"),
    PROPOSALS_WAITING("Blocks that miners made themselves and that wait to be judged"),
    VERIFY_P50_MICROS("Half of the shares were verified within this time, waiting included"),
    VERIFY_P99_MICROS("99 of 100 shares were verified within this time, waiting included"),
    VERIFY_BLOCKS_P50_MICROS("The same for claimed blocks"),
    VERIFY_BLOCKS_P99_MICROS("The same for claimed blocks"),
    VERIFY_PROVEN_P50_MICROS("The same for shares of proven miners"),
    VERIFY_PROVEN_P99_MICROS("The same for shares of proven miners"),
    VERIFY_UNPROVEN_P50_MICROS("The same for shares of new miners"),
    VERIFY_UNPROVEN_P99_MICROS("The same for shares of new miners"),
    VERIFY_THREADS("Verifiers"),
    VERIFY_FAST("Proof-of-work functions that verify with the full dataset at present; the others do in light mode"),
    DATASETS("Seeds with a full dataset at present, 2080 MiB each; the next seed's among them when it is ready"),
    SHARES_UNSTORED("Accepted shares that are not on disk yet"),
    STORE_P50_MICROS("Half of the batches were on disk within this time"),
    STORE_P99_MICROS("99 of 100 batches were on disk within this time"),
    REFUSED_KINDS("Workers and reasons with refused shares that are counted apart until the next batch"),
    BLOCKS_WAITING("Block candidates that the listener has not taken yet"),
    SHARE_LISTENER_ACTIVE("1 while the share listener is deployed, else 0");

    private final String words;

    Gauge(String words) {
        this.words = words;
    }

    public String metric() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String words() {
        return words;
    }
}
