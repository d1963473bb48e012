package org.motherlode.stratum.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.work.Hash;
import org.motherlode.stratum.Recording;

@Timeout(60)
class PoolClientTest {
    private static final String LOGIN_OK =
            Recording.named("t8.stratum.log").fromPool().get(0);
    private static final String NEW_JOB = Recording.named("newjob.stratum.log").fromPool().stream()
            .filter(line -> line.contains("\"method\":\"job\""))
            .findFirst()
            .orElseThrow();
    private static final Hash HASH = Hash.ofHex("49a4d6b1cf0839746e5d7a3e2a3e7c1f2b1d7554a63ca6ee9f8b6d1eef27ca07");
    private static final Octets NONCE = Octets.ofHex("0e000000");
    private static final Worker WORKER =
            new Worker("47TtU\"", "x", Optional.of("rig7"), "test/1", List.of("rx/0", "rx/2"));

    private final Diary diary = new Diary();
    private ScriptedPool pool;
    private PoolClient client;

    @BeforeEach
    void open() throws IOException {
        pool = new ScriptedPool();
        client = client(settings(Duration.ofSeconds(30), 4));
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        pool.close();
    }

    @Test
    void login_jobs_and_shares_find_their_answers_in_any_order() throws Exception {
        client.start();
        ScriptedPool.Visitor visitor = pool.visitor();
        assertThat(visitor.hears())
                .isEqualTo("{\"id\":1,\"jsonrpc\":\"2.0\",\"method\":\"login\",\"params\":{\"login\":\"47TtU\\\"\","
                        + "\"pass\":\"x\",\"agent\":\"test/1\",\"rigid\":\"rig7\",\"algo\":[\"rx/0\",\"rx/2\"]}}");
        visitor.says(LOGIN_OK);
        diary.next(Diary.LoggedIn.class);
        PoolJob first = diary.next(PoolJob.class);

        CompletableFuture<ShareAnswer> one = client.submit(first, NONCE, HASH);
        CompletableFuture<ShareAnswer> two = client.submit(first, NONCE, HASH);
        assertThat(visitor.hears())
                .isEqualTo(
                        "{\"id\":2,\"jsonrpc\":\"2.0\",\"method\":\"submit\",\"params\":{\"id\":\"deadbeefcafe0001\","
                                + "\"job_id\":\"00000000000000000000000000000001\",\"nonce\":\"0e000000\",\"result\":\""
                                + HASH
                                + "\"}}");
        visitor.says("{\"id\":3,\"jsonrpc\":\"2.0\",\"error\":{\"code\":-1,\"message\":\"Duplicate share\"}}")
                .says("{\"id\":77,\"jsonrpc\":\"2.0\",\"error\":null,\"result\":{}}")
                .says("{\"id\":2,\"jsonrpc\":\"2.0\",\"error\":null,\"result\":{\"status\":\"OK\"}}")
                .says(NEW_JOB);

        assertThat(answer(one)).isEqualTo(new ShareAnswer.Accepted());
        assertThat(answer(two)).isEqualTo(new ShareAnswer.Refused("Duplicate share"));
        assertThat(diary.next(PoolJob.class).id()).isEqualTo("00000000000000000000000000000002");
    }

    @Test
    void after_the_connection_is_lost_it_logs_in_again_and_old_jobs_are_not_sent() throws Exception {
        client.start();
        ScriptedPool.Visitor visitor = login();
        PoolJob old = diary.next(PoolJob.class);
        CompletableFuture<ShareAnswer> open = client.submit(old, NONCE, HASH);
        visitor.close();

        assertThat(answer(open)).isEqualTo(new ShareAnswer.Unanswered("the connection was lost"));
        diary.next(Diary.Lost.class);
        ScriptedPool.Visitor again = pool.visitor();
        again.hears();
        again.says(LOGIN_OK.replace("deadbeefcafe0001", "deadbeefcafe0002"));
        diary.next(Diary.LoggedIn.class);
        diary.next(PoolJob.class);
        assertThat(answer(client.submit(old, NONCE, HASH)))
                .isEqualTo(new ShareAnswer.Unanswered("its job belongs to an earlier connection"));
    }

    @Test
    void a_first_login_that_is_refused_is_not_tried_again() throws Exception {
        client.start();
        ScriptedPool.Visitor visitor = pool.visitor();
        visitor.hears();
        visitor.says("{\"id\":1,\"jsonrpc\":\"2.0\",\"error\":{\"code\":-1,\"message\":\"Invalid address\\n\"}}");

        assertThat(diary.next(Surrender.class))
                .isEqualTo(new Surrender(true, "the pool refused the login: Invalid address?"));
    }

    @Test
    void a_login_that_is_only_too_early_is_tried_again_but_not_for_ever() throws Exception {
        client.start();
        for (int attempt = 1; attempt <= 4; attempt++) {
            try (ScriptedPool.Visitor visitor = pool.visitor()) {
                visitor.hears();
                visitor.says("{\"id\":1,\"error\":{\"code\":-2,\"message\":\"no work\"}}");
                if (attempt < 4) {
                    assertThat(diary.next(Diary.Lost.class).why()).endsWith("no work");
                }
            }
        }

        assertThat(diary.next(Surrender.class).why()).endsWith("no work (attempt 4, the last)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"jsonrpc\":\"2.0\",\"method\":\"job\",\"params\":{\"job_id\":\"1\",\"blob\":\"00\"}}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"job\"}",
                "{\"jsonrpc\":",
                "[]"
            })
    void nonsense_from_the_pool_ends_the_connection_and_not_the_client(String nonsense) throws Exception {
        client.start();
        ScriptedPool.Visitor visitor = login();
        diary.next(PoolJob.class);
        visitor.says(nonsense);

        diary.next(Diary.Lost.class);
        login();
    }

    @Test
    void a_line_without_end_ends_the_connection() throws Exception {
        client.start();
        ScriptedPool.Visitor visitor = login();
        diary.next(PoolJob.class);
        visitor.says("{\"x\":\"" + "a".repeat(5000));

        assertThat(diary.next(Diary.Lost.class).why()).isEqualTo("a line of more than 4096 bytes");
    }

    @Test
    void what_is_no_business_of_a_miner_is_passed_over() throws Exception {
        client.start();
        ScriptedPool.Visitor visitor = login();
        diary.next(PoolJob.class);
        visitor.says("{\"method\":\"client.reconnect\",\"params\":[\"evil.example\",\"1\"]}")
                .says("")
                .says("{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-1,\"message\":\"Unauthenticated\"}}")
                .says(NEW_JOB);

        assertThat(diary.next(PoolJob.class).id()).isEqualTo("00000000000000000000000000000002");
        visitor.says("{\"method\":\"error\",\"error\":{\"message\":\"floods us\"}}")
                .close();
        assertThat(diary.next(Diary.Lost.class).why()).isEqualTo("the pool closed the connection: floods us");
    }

    @Test
    void a_quiet_client_sends_keepalives_and_a_pool_that_does_not_answer_is_left() throws Exception {
        client.close();
        client = client(new ClientSettings(
                Duration.ofSeconds(5),
                Duration.ofSeconds(3),
                Duration.ofMillis(1),
                4096,
                128,
                Duration.ofMillis(2),
                Duration.ofSeconds(30),
                4));
        client.start();
        ScriptedPool.Visitor visitor = login();
        diary.next(PoolJob.class);

        assertThat(visitor.hears()).contains("\"method\":\"keepalived\",\"params\":{\"id\":\"deadbeefcafe0001\"}");
        assertThat(diary.next(Diary.Lost.class).why()).startsWith("the pool did not answer within");
    }

    @Test
    void shares_beyond_the_bound_are_not_sent() throws Exception {
        client.start();
        login();
        PoolJob job = diary.next(PoolJob.class);
        CompletableFuture<ShareAnswer> first = client.submit(job, NONCE, HASH);
        CompletableFuture<ShareAnswer> second = client.submit(job, NONCE, HASH);

        assertThat(first).isNotDone();
        assertThat(second).isNotDone();
        assertThat(answer(client.submit(job, NONCE, HASH)))
                .isEqualTo(new ShareAnswer.Unanswered("too many shares wait for an answer, or the connection is gone"));
    }

    @Test
    void a_host_that_does_not_exist_is_said_at_once() throws Exception {
        client.close();
        client = new PoolClient(
                new PoolAddress("pool.invalid", 3333), WORKER, settings(Duration.ofSeconds(30), 4), diary);
        client.start();

        assertThat(diary.next(Surrender.class)).isEqualTo(new Surrender(false, "no host has the name 'pool.invalid'"));
    }

    private ScriptedPool.Visitor login() throws Exception {
        ScriptedPool.Visitor visitor = pool.visitor();
        visitor.hears();
        visitor.says(LOGIN_OK);
        diary.next(Diary.LoggedIn.class);
        return visitor;
    }

    private PoolClient client(ClientSettings settings) {
        return new PoolClient(pool.address(), WORKER, settings, diary);
    }

    private static ClientSettings settings(Duration answerTimeout, int attempts) {
        return new ClientSettings(
                Duration.ofSeconds(5),
                answerTimeout,
                Duration.ofSeconds(30),
                4096,
                2,
                Duration.ofMillis(2),
                Duration.ofSeconds(30),
                attempts);
    }

    private static ShareAnswer answer(CompletableFuture<ShareAnswer> future) throws Exception {
        return future.get(10, TimeUnit.SECONDS);
    }
}
