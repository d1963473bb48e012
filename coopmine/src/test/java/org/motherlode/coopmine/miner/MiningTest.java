package org.motherlode.coopmine.miner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motherlode.coopmine.miner.LoopbackPool.DIALECT;
import static org.motherlode.coopmine.miner.LoopbackPool.offer;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.motherlode.coopmine.ExitCode;
import org.motherlode.coopmine.report.Event;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.share.ShareRefusal;
import org.motherlode.model.wire.JobOffer;
import org.motherlode.model.wire.Request;
import org.motherlode.model.wire.Welcome;
import org.motherlode.pow.mining.MiningVm;
import org.motherlode.stratum.client.ClientSettings;
import org.motherlode.stratum.client.Worker;

@Timeout(90)
class MiningTest {
    private static final String FREE = "00000000";
    private static final ClientSettings SETTINGS = new ClientSettings(
            Duration.ofSeconds(5),
            Duration.ofSeconds(60),
            Duration.ofSeconds(60),
            4096,
            2,
            Duration.ofMillis(2),
            Duration.ofSeconds(30),
            4);

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private LoopbackPool pool;
    private Optional<Mining> mining = Optional.empty();
    private CompletableFuture<ExitCode> running = CompletableFuture.completedFuture(ExitCode.DONE);

    @BeforeEach
    void open() throws IOException {
        pool = new LoopbackPool();
    }

    @AfterEach
    void close() throws Exception {
        mining.ifPresent(Mining::stop);
        running.get(20, TimeUnit.SECONDS);
        pool.close();
    }

    @Test
    void shares_are_sent_with_nonce_and_hash_until_enough_are_accepted() throws Exception {
        LoopbackPool.Visitor visitor = start(OptionalLong.of(2)).letsIn("s1", offer("j1", 1, FREE));
        Request.Submit first = visitor.hears(Request.Submit.class);
        visitor.says(DIALECT.refused(first, ShareRefusal.LOW_DIFFICULTY));
        Request.Submit second = visitor.hears(Request.Submit.class);
        visitor.says(DIALECT.accepted(second));
        Request.Submit third = visitor.hears(Request.Submit.class);
        visitor.says(DIALECT.accepted(third));

        assertThat(first.nonce()).isEqualTo(Octets.ofHex(FREE));
        assertThat(first.sessionId()).isEqualTo("s1");
        assertThat(running.get(20, TimeUnit.SECONDS)).isEqualTo(ExitCode.DONE);
        assertThat(until("share-refused").sentence()).startsWith("share refused by the pool: Low difficulty share");
        assertThat(until("ended").sentence()).contains("2 accepted, 1 refused");
    }

    @Test
    void a_new_job_is_taken_at_once_and_begins_at_nonce_0() throws Exception {
        LoopbackPool.Visitor visitor = start().letsIn("s1", offer("j1", 1, FREE));
        visitor.says(DIALECT.accepted(visitor.hearsShareOf("j1"))).says(DIALECT.job(offer("j2", 1, FREE), "s1"));

        assertThat(until("job").numbers()).containsEntry("height", 7L);
        until("job");
        Request.Submit share = answerAllUntil(visitor, "j2");
        assertThat(share.sessionId()).isEqualTo("s1");
    }

    @Test
    void the_last_nonce_byte_that_a_proxy_wrote_stays() throws Exception {
        LoopbackPool.Visitor visitor = start().letsIn("s1", offer("j1", 1, "0000005a"));

        assertThat(visitor.hearsShareOf("j1").nonce()).isEqualTo(Octets.ofHex("0000005a"));
        Octets second = visitor.hearsShareOf("j1").nonce();
        assertThat(second).isEqualTo(Octets.ofHex("0100005a"));
    }

    @Test
    void the_nonce_is_written_where_the_job_says() throws Exception {
        JobOffer offer = LoopbackPool.offerWithNonceAt76("j1");
        LoopbackPool.Visitor visitor = start().letsIn("s1", offer);
        visitor.hearsShareOf("j1");
        Request.Submit second = visitor.hearsShareOf("j1");

        byte[] header =
                offer.job().hashingBytes().with(76, Octets.ofHex("01000000")).toBytes();
        assertThat(second.nonce()).isEqualTo(Octets.ofHex("01000000"));
        try (MiningVm vm = new QuickHasher().newVm()) {
            assertThat(second.result()).contains(vm.hash(offer.seed(), header));
        }
    }

    @Test
    void a_refused_login_ends_with_the_words_of_the_pool() throws Exception {
        LoopbackPool.Visitor visitor = start();
        visitor.says(DIALECT.loginRefused(visitor.hears(Request.Login.class), "Invalid address: wrong network"));

        assertThat(running.get(20, TimeUnit.SECONDS)).isEqualTo(ExitCode.REFUSED);
        assertThat(until("refused").sentence()).endsWith("the pool refused the login: Invalid address: wrong network");
    }

    @Test
    void a_malformed_job_ends_the_connection_and_the_next_one_mines() throws Exception {
        LoopbackPool.Visitor visitor = start().letsIn("s1", offer("j1", 1, FREE));
        visitor.says("{\"jsonrpc\":\"2.0\",\"method\":\"job\",\"params\":{\"job_id\":\"x\",\"blob\":\"zz\"}}");

        assertThat(until("disconnected").sentence()).contains("the job's blob is not hex: 'zz'");
        Request.Submit share = pool.visitor().letsIn("s2", offer("j2", 1, FREE)).hearsShareOf("j2");
        assertThat(share.sessionId()).isEqualTo("s2");
    }

    @Test
    void after_a_lost_connection_it_mines_on() throws Exception {
        start().letsIn("s1", offer("j1", 1, FREE)).close();
        until("disconnected");

        assertThat(pool.visitor()
                        .letsIn("s2", offer("j1", 1, FREE))
                        .hearsShareOf("j1")
                        .sessionId())
                .isEqualTo("s2");
    }

    @Test
    void another_hash_function_is_refused_in_a_sentence() throws Exception {
        LoopbackPool.Visitor visitor = start();
        Welcome welcome = new Welcome("s1", offer("j1", 1, FREE), Set.of());
        String answer = DIALECT.loggedIn(visitor.hears(Request.Login.class), welcome);
        visitor.says(answer.replace("rx/0", "rx/wow"));

        assertThat(running.get(20, TimeUnit.SECONDS)).isEqualTo(ExitCode.REFUSED);
        assertThat(until("refused").sentence()).isEqualTo("the pool wants rx/wow, this miner can rx/0");
    }

    @Test
    void a_pool_that_is_not_there_is_tried_and_then_given_up() throws Exception {
        pool.close();
        run(OptionalLong.empty());

        assertThat(running.get(20, TimeUnit.SECONDS)).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(until("unreachable").sentence()).endsWith("(attempt 4, the last)");
    }

    private LoopbackPool.Visitor start() throws IOException {
        return start(OptionalLong.empty());
    }

    private LoopbackPool.Visitor start(OptionalLong shares) throws IOException {
        run(shares);
        return pool.visitor();
    }

    private void run(OptionalLong shares) {
        Mining created = mining(shares);
        mining = Optional.of(created);
        running = runIn(created);
    }

    private static CompletableFuture<ExitCode> runIn(Mining mining) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return mining.run();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static Request.Submit answerAllUntil(LoopbackPool.Visitor visitor, String job) throws IOException {
        Request.Submit share = visitor.hears(Request.Submit.class);
        while (!share.jobId().equals(job)) {
            visitor.says(DIALECT.accepted(share));
            share = visitor.hears(Request.Submit.class);
        }
        return share;
    }

    private Event until(String name) throws InterruptedException {
        Event event = next();
        while (!event.name().equals(name)) {
            event = next();
        }
        return event;
    }

    private Event next() throws InterruptedException {
        return Optional.ofNullable(events.poll(20, TimeUnit.SECONDS))
                .orElseThrow(() -> new AssertionError("nothing more was reported"));
    }

    private Mining mining(OptionalLong shares) {
        return new Mining(
                new MiningPlan(
                        pool.address(),
                        new Worker("47abc", "x", Optional.of("rig"), "test/1", List.of("rx/0")),
                        SETTINGS,
                        1,
                        shares,
                        Duration.ofSeconds(60)),
                new QuickHasher(),
                event -> {
                    if (!event.name().equals("share-unanswered")) {
                        events.add(event);
                    }
                });
    }
}
