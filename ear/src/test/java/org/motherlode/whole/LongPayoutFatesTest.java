package org.motherlode.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.motherlode.ctl.process.Waiting;

/**
 * A payout by a real wallet on a real node, whose server is killed at each moment of it, while the words between server and
 * wallet, or between wallet and node, are lost, refused, or come late. No person does anything.
 *
 * <p>A server that gives a call up after its {@code monero.wallet-timeout-millis} (300 s at least) while the call still
 * arrives is no different from one whose connection breaks at once: so {@link PayoutTrouble#LATE} does not wait. Once, the
 * whole 400 s are waited for.
 */
@Tag("long")
@Timeout(3_600)
class LongPayoutFatesTest {
    private static final System.Logger LOG = System.getLogger(LongPayoutFatesTest.class.getName());
    private static final Duration DELAY = Duration.ofSeconds(400);
    private static final Duration TIME_OUT = Duration.ofMinutes(5);
    private static final Map<String, String> EAGER = Map.of(
            "motherlode.pay.interval-seconds", "1",
            "motherlode.jobs.pause-seconds", "1",
            "motherlode.jobs.stuck-seconds", "5",
            "motherlode.node.patience-millis", "5000");

    @TempDir
    static Path folder;

    private static OwingStage stage;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        stage = new OwingStage(folder, EAGER);
    }

    @AfterAll
    static void end() throws IOException {
        stage.close();
    }

    @ParameterizedTest
    @EnumSource
    void each_miner_is_paid_once_whenever_the_server_is_killed(PayoutTrouble trouble) throws Exception {
        for (KillMoment moment : KillMoment.values()) {
            Optional<HeldCall> first = moment.comesFirst() ? moment.trap(stage.toWallet()) : Optional.<HeldCall>empty();
            List<HeldCall> late = new ArrayList<>(trouble.plan(stage.toWallet(), moment.calls(trouble)));
            Optional<HeldCall> trap = first.or(() -> moment.trap(stage.toWallet()));
            if (trouble == PayoutTrouble.LATE && moment.isBeforeTheRequest()) {
                trap.ifPresent(late::add);
            }
            survive(trouble + " at the wallet", moment, new Calls(trap, late));
        }
        stage.booksAreRight();
    }

    @ParameterizedTest
    @EnumSource(names = {"LOST_REPLY", "REFUSED", "LATE"})
    void each_miner_is_paid_once_when_the_wallet_does_not_hear_from_its_node(PayoutTrouble trouble) throws Exception {
        for (KillMoment moment : List.of(KillMoment.STORED, KillMoment.RELAYED, KillMoment.SENT)) {
            List<HeldCall> late = trouble.plan(stage.walletToNode(), List.of("/sendrawtransaction"));
            survive(trouble + " at the node", moment, new Calls(moment.trap(stage.toWallet()), late));
        }
        stage.booksAreRight();
    }

    /** Three hundred seconds are the least that a server waits; then it sends again, is killed, and at last the first comes. */
    @Test
    void each_miner_is_paid_once_when_a_request_takes_400_seconds() throws Exception {
        long began = System.nanoTime();
        HeldCall held = stage.toWallet().hold("relay_tx", CutWire.Lost.REQUEST);
        stage.owe();
        stage.await("the payout to be sent", held::isCaught);
        boolean sent = Waiting.until(DELAY, () -> stage.books().payoutsOfState("SENT") == 1);
        assertThat(sent).as("the server gave up waiting, and has sent it again").isTrue();
        assertThat(since(began)).isGreaterThan(TIME_OUT);
        stage.pool().killAndRestart();
        Waiting.until(DELAY.minus(since(began)), () -> false);
        held.goOn();
        stage.await("the first request to arrive", held::isOver);
        stage.paidOnce();
        stage.booksAreRight();
    }

    /** As after 400 s on a chain that has a block each two minutes. */
    @Test
    void each_miner_is_paid_once_when_a_request_comes_after_the_block() throws Exception {
        HeldCall late = stage.toWallet().late("relay_tx");
        stage.owe();
        stage.paidOnce();
        late.goOn();
        stage.await("the late request to arrive", late::isOver);
        stage.owe();
        stage.paidOnce();
        stage.booksAreRight();
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    /**
     * @param trap at which the server is killed; empty where the payout's row says when
     * @param late what arrives after somebody has given it up
     */
    private record Calls(Optional<HeldCall> trap, List<HeldCall> late) {
        void arrive() throws IOException, InterruptedException {
            for (HeldCall call : late) {
                call.goOn();
                stage.await("a late request to arrive", call::isOver);
            }
        }
    }

    private static void survive(String trouble, KillMoment moment, Calls calls) throws Exception {
        long began = System.nanoTime();
        stage.owe();
        Optional<HeldCall> question = reach(moment, calls);
        stage.pool().server().kill();
        question.ifPresent(HeldCall::lose);
        assertThat(stage.books().payoutsOfState(moment.state()))
                .as(
                        "payouts that are %s when the server is killed; %s",
                        moment.state(), stage.books().payouts())
                .isEqualTo(moment == KillMoment.CONFIRMED ? stage.owed() : 1);
        stage.pool().restart();
        if (!moment.state().equals("CONFIRMED")) {
            calls.trap().filter(trap -> !calls.late().contains(trap)).ifPresent(HeldCall::lose);
            stage.await(
                    "all on its way",
                    () -> stage.books().payoutsOfState("SENT") == 1
                            || stage.books().payoutsOfState("CONFIRMED") == stage.owed());
            calls.arrive();
        }
        stage.paidOnce();
        assertThat(stage.toWallet().isCalm()
                        && stage.toNode().isCalm()
                        && stage.walletToNode().isCalm())
                .as("all that was to go wrong went wrong")
                .isTrue();
        LOG.log(
                System.Logger.Level.INFO,
                trouble + ", killed " + moment + ": " + since(began).toSeconds() + " s");
    }

    /** Gives the question to the chain that has no answer yet, where there is one. */
    private static Optional<HeldCall> reach(KillMoment moment, Calls calls) throws Exception {
        if (calls.trap().isPresent()) {
            stage.await("the call of " + moment, calls.trap().get()::isCaught);
            return Optional.empty();
        }
        stage.await("SENT", 1);
        if (moment == KillMoment.SENT) {
            return Optional.empty();
        }
        calls.arrive(); // as late as that, and not yet in a block
        if (moment == KillMoment.CONFIRMED) {
            stage.pass();
            stage.await("CONFIRMED", stage.owed());
            return Optional.empty();
        }
        HeldCall question =
                stage.toNode().hold("/get_transactions", stage.books().transactionOnItsWay(), CutWire.Lost.REQUEST);
        stage.await("the chain to be asked", question::isCaught);
        stage.pass();
        return Optional.of(question);
    }
}
