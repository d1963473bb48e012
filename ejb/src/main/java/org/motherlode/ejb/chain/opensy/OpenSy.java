package org.motherlode.ejb.chain.opensy;

import java.math.BigInteger;
import org.motherlode.model.chain.ChainId;
import org.motherlode.model.money.Asset;
import org.motherlode.model.money.Money;
import org.motherlode.model.pow.PowId;

/** The chain's names and units. */
final class OpenSy {
    static final ChainId ID = new ChainId("opensy");
    /** An atom is a qirsh. */
    static final Asset SYL = new Asset("SYL", 8);
    /** RandomX of 2019 with the library's own parameters, over the 80 bytes of the header. */
    static final PowId RX_0 = new PowId("rx/0");

    private OpenSy() {}

    static Money qirsh(long qirsh) {
        return new Money(BigInteger.valueOf(qirsh), SYL);
    }
}
