package org.motherlode.model.ledger;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.motherlode.model.money.Money;

/**
 * An immutable movement between two accounts. Its id is made from its name, so posting the same event twice is harmless.
 *
 * @param event what happened, for example {@code settle/monero/42}; all transfers of an event share it
 */
public record Transfer(String event, Account from, Account to, Money amount) {
    public Transfer {
        if (from.equals(to) || !from.pool().equals(to.pool())) {
            throw new IllegalArgumentException(
                    "a transfer joins two accounts of one pool: " + from.key() + ", " + to.key());
        }
        if (amount.isZero()) {
            throw new IllegalArgumentException("a transfer must move something: " + event);
        }
    }

    /** Name-based (RFC 4122, version 3) over event and both accounts: unique as long as an event joins two accounts once. */
    public UUID id() {
        return id(event, from, to);
    }

    /** The id of the transfer that an event makes between two accounts, whatever it moves. */
    public static UUID id(String event, Account from, Account to) {
        String name = event + "|" + from.key() + "|" + to.key();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
