package org.motherlode.web;

import static org.motherlode.web.ExampleProjections.MONERO;
import static org.motherlode.web.ExampleProjections.NOON;
import static org.motherlode.web.ExampleProjections.XMR;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.motherlode.model.audit.AuditLine;
import org.motherlode.model.audit.BlockAudit;
import org.motherlode.model.audit.BlockBundle;
import org.motherlode.model.audit.LineAudit;
import org.motherlode.model.audit.MerkleTree;
import org.motherlode.model.audit.PayoutAudit;
import org.motherlode.model.block.BlockState;
import org.motherlode.model.chain.ChainId;
import org.motherlode.model.money.BasisPoints;
import org.motherlode.model.payout.PayoutState;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.reward.SchemeTerms;
import org.motherlode.model.reward.Unfilled;
import org.motherlode.model.share.ShareNumber;
import org.motherlode.model.view.Audits;
import org.motherlode.model.view.ViewUnavailableException;

/** A block with two owners, number 7, and a payout, number 9. */
public final class ExampleAudits implements Audits {
    public static final String AMY = ExampleProjections.AMY;
    public static final String BOB = "4Bob";

    /** After how many lines the database goes away. */
    public int linesUntilTheDatabaseIsAway = Integer.MAX_VALUE;

    public Optional<String> proof = Optional.empty();
    public BlockState state = BlockState.IMMATURE;

    private static final List<AuditLine> LINES = List.of(
            new AuditLine(AMY, BigInteger.TWO, BigInteger.valueOf(66), BigInteger.ZERO),
            new AuditLine(BOB, BigInteger.ONE, BigInteger.valueOf(33), BigInteger.ZERO));

    @Override
    public Optional<BlockAudit> block(PoolName pool, long id) {
        BlockAudit.Place newest = new BlockAudit.Place(NOON, new ShareNumber(1, 1, 2));
        return Optional.of(new BlockAudit(
                        pool,
                        new ChainId("monero"),
                        XMR,
                        new BlockAudit.Block(
                                7,
                                100,
                                "ab",
                                state,
                                AMY,
                                NOON,
                                BigInteger.TWO,
                                Optional.of(BigInteger.valueOf(100)),
                                Optional.empty()),
                        SchemeTerms.pplns(1, new BasisPoints(100), 150, Unfilled.SCALE),
                        new BlockAudit.Window(
                                new BlockAudit.Extent(
                                        BlockAudit.Unit.WORK,
                                        BigInteger.valueOf(3),
                                        BigInteger.valueOf(3),
                                        Optional.empty()),
                                BigInteger.valueOf(3),
                                newest,
                                Optional.of(new BlockAudit.Edge(newest, BigInteger.TWO)),
                                2,
                                "cd"),
                        Optional.of(new BlockAudit.Division(
                                "allot",
                                BlockAudit.Standing.IMMATURE,
                                BigInteger.valueOf(100),
                                BigInteger.ONE,
                                BigInteger.ZERO,
                                new BlockAudit.Gifts(BigInteger.ZERO, BigInteger.ZERO))),
                        state == BlockState.MATURE))
                .filter(audit -> id == 7 && pool.equals(MONERO));
    }

    @Override
    public BlockBundle.Lines lines(BlockAudit audit) {
        return taker -> {
            for (int line = 0; line < LINES.size(); line++) {
                if (line >= linesUntilTheDatabaseIsAway) {
                    throw new ViewUnavailableException("The database does not answer.");
                }
                taker.accept(LINES.get(line));
            }
        };
    }

    @Override
    public Optional<LineAudit> line(BlockAudit audit, String owner) {
        MerkleTree tree = MerkleTree.of(LINES.stream().map(AuditLine::leaf).toList());
        return LINES.stream()
                .filter(line -> line.owner().equals(owner))
                .findFirst()
                .map(line ->
                        new LineAudit(audit, line, LINES.indexOf(line), tree.path(LINES.indexOf(line)), tree.root()));
    }

    @Override
    public Optional<PayoutAudit> payout(PoolName pool, long id) {
        return Optional.of(new PayoutAudit(
                        pool,
                        new ChainId("monero"),
                        XMR,
                        9,
                        PayoutState.CONFIRMED,
                        NOON,
                        NOON,
                        Optional.of(new PayoutAudit.Transaction("cd", BigInteger.valueOf(30), proof)),
                        List.of(
                                new PayoutAudit.Receiver(AMY, new BigInteger("9223372036854775808")),
                                new PayoutAudit.Receiver(BOB, BigInteger.ONE))))
                .filter(payout -> id == 9 && pool.equals(MONERO));
    }

    @Override
    public Optional<PayoutAudit> payout(PoolName pool, String transaction) {
        return payout(pool, 9).filter(payout -> transaction.equals("cd"));
    }
}
