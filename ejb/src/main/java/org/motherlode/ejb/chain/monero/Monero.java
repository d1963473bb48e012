package org.motherlode.ejb.chain.monero;

import org.motherlode.model.chain.ChainId;
import org.motherlode.model.money.Asset;
import org.motherlode.model.pow.PowId;

/** The chain's names. */
final class Monero {
    static final ChainId ID = new ChainId("monero");
    static final Asset XMR = new Asset("XMR", 12);
    /** RandomX of 2019; Monero has used it for every block since version 12. */
    static final PowId RX_0 = new PowId("rx/0");
    /** RandomX 2 with a commitment, as XMRig names it; see {@link PowByVersion}. */
    static final PowId RX_2 = new PowId("rx/2");

    private Monero() {}
}
