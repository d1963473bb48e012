package org.motherlode.ejb.chain.opensy;

import java.math.BigInteger;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.money.Money;

/**
 * What is too little to be relayed: less than three qirsh for each byte that the output and its spending take (the node's default
 * {@code -dustrelayfee}).
 */
final class Dust {
    private static final long QIRSH_PER_BYTE = 3;
    /** Value and length of the script. */
    private static final int OUTPUT_BYTES = 9;

    private static final int SPENDING_BYTES = 148;
    /** A witness counts for a quarter. */
    private static final int WITNESS_SPENDING_BYTES = 67;

    private Dust() {}

    static boolean is(Money amount, Octets script) {
        return amount.atoms().compareTo(BigInteger.valueOf(limit(script))) < 0;
    }

    /** The least that is none, in qirsh. */
    static long limit(Octets script) {
        int version = script.at(0) & 0xff;
        boolean witness = version == 0 || (version >= 0x51 && version <= 0x60);
        return QIRSH_PER_BYTE * (OUTPUT_BYTES + script.length() + (witness ? WITNESS_SPENDING_BYTES : SPENDING_BYTES));
    }
}
