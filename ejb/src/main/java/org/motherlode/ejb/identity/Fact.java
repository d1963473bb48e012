package org.motherlode.ejb.identity;

import java.util.Locale;

/** What a pool is known by. The names are those of the column {@code pool_identity.fact}. */
public enum Fact {
    CHAIN,
    ASSET,
    /** Whom its templates pay. */
    ADDRESS,
    /** Which of the chain's networks its node is of. */
    NETWORK;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
