package org.motherlode.ejb.history;

import java.math.BigInteger;
import org.motherlode.model.ledger.Account;
import org.motherlode.model.ledger.Transfer;

/**
 * A sum that goes from one account to another.
 *
 * @param event the last words of the event's name
 * @param from kind, and owner behind a blank
 */
record Move(String event, String from, String to, BigInteger atoms) {
    /** @param prefix of the event's name */
    static Move of(Transfer transfer, String prefix) {
        if (!transfer.event().startsWith(prefix)) {
            throw new AssertionError(transfer.event() + " does not begin with " + prefix);
        }
        return new Move(
                transfer.event().substring(prefix.length()),
                name(transfer.from()),
                name(transfer.to()),
                transfer.amount().atoms());
    }

    private static String name(Account account) {
        return account.owner().isEmpty()
                ? account.kind().text()
                : account.kind().text() + " " + account.owner();
    }
}
