package org.motherlode.ejb.chain.monero;

import java.util.Locale;
import java.util.regex.Pattern;

/** Ids of Monero's transactions, as the wallet and the node write them: 32 bytes in hexadecimal digits, small letters. */
final class TransactionIds {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");

    private TransactionIds() {}

    /** From what a person typed: blanks around it and capital letters do no harm. */
    static String read(String typed) {
        String id = typed.strip().toLowerCase(Locale.ROOT);
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "transaction must be the id of a Monero transaction, 64 hexadecimal digits, not '" + typed + "'");
        }
        return id;
    }
}
