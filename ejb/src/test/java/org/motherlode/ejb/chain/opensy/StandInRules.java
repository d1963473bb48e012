package org.motherlode.ejb.chain.opensy;

/**
 * What a network's node has from its beginning.
 *
 * @param genesisBits what blocks must meet
 * @param slowBits what a block must meet that comes more than 240 s after its parent
 * @param halving blocks between two halvings of the subsidy
 */
record StandInRules(Network network, String genesisId, long genesisTime, int genesisBits, int slowBits, long halving) {
    static final StandInRules REGTEST = new StandInRules(
            Network.REGTEST,
            "67fb155259a269da63429b2d84149027fc4a9a366236bc849fddff3a2554cd50",
            1_733_616_003,
            0x207fffff,
            0x207fffff,
            150);
    static final StandInRules TESTNET = new StandInRules(
            Network.TESTNET,
            "000000889cc24ca50c0ed047c43932757c1b7a6af418e13a10589ef968d44926",
            1_733_616_001,
            0x1e00ffff,
            0x2000ffff,
            1_050_000);

    private static final long FIRST_SUBSIDY = 1_000_000_000_000L;
    private static final long SLOW_SECONDS = 240;
    private static final int LAST_SHIFT = 63;

    long subsidy(long height) {
        long halvings = height / halving;
        return halvings > LAST_SHIFT ? 0 : FIRST_SUBSIDY >> halvings;
    }

    CompactBits bits(long parentTime, long time) {
        return new CompactBits(time > parentTime + SLOW_SECONDS ? slowBits : genesisBits);
    }
}
