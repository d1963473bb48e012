package org.motherlode.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motherlode.whole.ToyAudit.await;
import static org.motherlode.whole.ToyServer.pool;
import static org.motherlode.whole.ToyServer.port;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.ctl.process.FreePort;
import org.motherlode.toy.ToyCrew;
import org.motherlode.toy.ToyNode;

/** A pool by rounds and one where each finder has all, on one server, from shares to paid miners. */
class SchemesPathTest {
    private static final List<String> ROUNDS = List.of("toy:amy", "toy:bob");
    private static final List<String> SOLO = List.of("toy:cleo", "toy:dora");
    private static final int BLOCKS = 4;

    /** I1, I2, I3, I5-books and I7 of each pool: the toy chain's wallet lists no movements. */
    private static final long INVARIANTS = 2 * 5;

    private static final String CHECK = "/deployment=motherlode.ear/subdeployment=batch-jobs.jar/subsystem=batch-jberet"
            + ":start-job(job-xml-name=check-books)";

    @TempDir
    Path folder;

    @Test
    void rounds_pay_who_worked_in_them_and_solo_pays_who_found() throws Exception {
        int left = FreePort.next();
        int right = FreePort.next();
        try (ToyNode rounds = new ToyNode(ToyPool.BLOCK_DIFFICULTY, ToyPool.ACCOUNT);
                ToyNode solo = new ToyNode(ToyPool.BLOCK_DIFFICULTY, "toy:solo");
                ToyServer server = new ToyServer(
                        folder,
                        List.of(
                                pool("rounds", rounds, port(left), "fee.basis-points = 100; scheme = prop"),
                                pool("solo", solo, port(right), "fee.basis-points = 100; scheme = solo")))) {
            Books books = new Books(server.database());
            Divisions byRounds = new Divisions(server.database(), "rounds");
            Divisions byFinders = new Divisions(server.database(), "solo");
            ToyCrew crew = new ToyCrew(left, ROUNDS);
            ToyCrew others = new ToyCrew(right, SOLO);
            try (crew;
                    others) {
                await("divided blocks of both", () -> byRounds.blocks() >= BLOCKS && byFinders.blocks() >= BLOCKS);
            }
            rounds.pass(ToyPool.MATURITY);
            solo.pass(ToyPool.MATURITY);
            await("all blocks to be settled", () -> books.unsettled() == 0);
            await("all payouts to be confirmed", () -> {
                rounds.pass(1);
                solo.pass(1);
                return books.openPayouts() == 0 && books.due(ToyServer.THRESHOLD_ATOMS) == 0;
            });

            assertThat(books.sumOfBalances()).isZero();
            paid(books, rounds, "rounds", ROUNDS);
            paid(books, solo, "solo", SOLO);
            assertThat(byRounds.wrongRounds()).isZero();
            assertThat(byFinders.ofOthersThanTheFinder()).isZero();
            assertThat(server.server().console(CHECK)).contains("\"outcome\" => \"success\"");
            await("a whole check of both books", () -> books.invariantsCheckedAtLast() == INVARIANTS);
            assertThat(books.brokenInvariants()).isZero();
        }
    }

    /** Somebody was paid, each just what the books say, and the pool's own account has the rest. */
    private static void paid(Books books, ToyNode node, String pool, List<String> miners) throws IOException {
        BigInteger all = BigInteger.ZERO;
        for (String miner : miners) {
            BigInteger its = BigInteger.valueOf(node.balance(miner));
            assertThat(its).as("what %s was paid", miner).isEqualTo(books.paidTo(miner));
            all = all.add(its);
        }
        assertThat(all).as("what the miners of %s were paid", pool).isPositive();
        assertThat(BigInteger.valueOf(node.balance(node.account())))
                .as("what the account of %s has", pool)
                .isEqualTo(books.balanceOf("wallet", pool).negate());
    }
}
