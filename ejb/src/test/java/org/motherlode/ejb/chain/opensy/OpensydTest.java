package org.motherlode.ejb.chain.opensy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.chain.BlockTemplate;
import org.motherlode.model.chain.Chain;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.chain.SubmitAnswer;
import org.motherlode.model.chain.Tip;
import org.motherlode.model.job.ExtraNonce;
import org.motherlode.model.job.SealedBlock;
import org.motherlode.model.job.Submission;
import org.motherlode.model.work.Difficulty;
import org.motherlode.model.work.Hash;

/** What the pool asks the node about blocks, on the stand-in with a proof of work that takes no time. */
@Timeout(60)
class OpensydTest {
    private static final StandInPow POW = StandInPow.quick();
    private static final String GENESIS = StandInRules.REGTEST.genesisId();

    @TempDir
    Path folder;

    private OpenSyNode node;
    private Chain chain;

    @BeforeEach
    void start() throws Exception {
        node = StandIns.started(POW);
        chain = StandIns.chain(node);
    }

    @AfterEach
    void stop() {
        chain.close();
        node.close();
    }

    @Test
    void the_tip_is_the_best_block_with_what_the_next_must_meet() throws Exception {
        assertThat(chain.source().tip()).isEqualTo(new Tip(0, GENESIS, Difficulty.of(2)));

        node.mine(1, StandIns.address(StandIns.NOBODY));

        assertThat(chain.source().tip()).isEqualTo(new Tip(1, node.chain().tip().id(), Difficulty.of(2)));
        assertThat(chain.source().template().networkDifficulty()).isEqualTo(Difficulty.of(2));
    }

    @Test
    void a_network_is_known_by_its_name_and_first_block() throws Exception {
        assertThat(chain.source().network()).isEqualTo("regtest from block " + GENESIS);
    }

    @Test
    void a_node_of_another_network_is_named() throws Exception {
        try (Chain mainnet = StandIns.chain(
                node.url(),
                Map.of(
                        "opensy.network",
                        "mainnet",
                        "opensy.address",
                        "syl1qvg2uuau5xegn0nt8fly5m2xm84uvgn3m3aermx",
                        "opensy.node-login",
                        OpenSyNode.LOGIN))) {
            assertThatThrownBy(() -> mainnet.source().tip())
                    .isInstanceOf(NodeUnavailableException.class)
                    .hasMessageEndingWith("is a node of regtest, but opensy.network is mainnet");
        }
    }

    @Test
    void the_cookie_is_read_anew_since_the_node_writes_it_at_each_start() throws Exception {
        Path cookie = folder.resolve(".cookie");
        try (Chain byCookie = StandIns.chain(node.url(), Map.of("opensy.node-cookie", cookie.toString()))) {
            assertThatThrownBy(() -> byCookie.source().tip()).hasMessageContaining("cannot be read: does the node run");
            Files.writeString(cookie, "__cookie__:of-an-earlier-life", StandardCharsets.UTF_8);
            assertThatThrownBy(() -> byCookie.source().tip()).hasMessageContaining("refuses the login");
            Files.writeString(cookie, OpenSyNode.LOGIN + "\n", StandardCharsets.UTF_8);

            assertThat(byCookie.source().tip().height()).isZero();

            Files.writeString(cookie, "no cookie", StandardCharsets.UTF_8);
            assertThatThrownBy(() -> byCookie.source().tip()).hasMessageContaining("must be one line, name:secret");
        }
    }

    @Test
    void the_key_and_the_next_one_come_with_the_template() throws Exception {
        node.mine(31, StandIns.address(StandIns.NOBODY));
        assertThat(chain.source().template().seed()).isEqualTo(RandomXKey.of(GENESIS));
        node.mine(1, StandIns.address(StandIns.NOBODY));
        String next = node.chain().tip().id();

        BlockTemplate beforeTheChange = chain.source().template();

        assertThat(beforeTheChange.height()).isEqualTo(33);
        assertThat(beforeTheChange.seed()).isEqualTo(RandomXKey.of(GENESIS));
        assertThat(beforeTheChange.nextSeed()).contains(RandomXKey.of(next));
        node.mine(31, StandIns.address(StandIns.NOBODY));
        assertThat(chain.source().template().height()).isEqualTo(64);
        assertThat(chain.source().template().seed()).isEqualTo(RandomXKey.of(next));
        assertThat(chain.source().template().nextSeed()).isEmpty();
    }

    @Test
    void the_node_judges_a_block_of_ours_once_before_anybody_mines() throws Exception {
        chain.source().template();
        long asked = proposals();
        chain.source().template();

        assertThat(asked).isEqualTo(2);
        assertThat(proposals() - asked).isEqualTo(1);
    }

    private long proposals() {
        return node.asked().stream().filter("getblocktemplate"::equals).count();
    }

    @Test
    void a_found_block_is_taken_and_taken_again_harmlessly() throws Exception {
        SealedBlock block = solved(chain.source().template());

        assertThat(chain.sink().submit(block)).isEqualTo(new SubmitAnswer(true, "taken as the new best block"));
        assertThat(node.chain().tip().id()).isEqualTo(block.ref().id());
        assertThat(chain.sink().submit(block)).isEqualTo(new SubmitAnswer(true, "the node has it already"));
    }

    @Test
    void a_block_that_came_second_is_no_refusal() throws Exception {
        SealedBlock block = solved(chain.source().template());
        node.mine(1, StandIns.address(StandIns.NOBODY));

        assertThat(chain.sink().submit(block).accepted()).isTrue();
        assertThat(chain.sink().submit(block).words()).startsWith("the node has it already");
    }

    @Test
    void a_block_that_the_node_refuses_is_refused_in_words() throws Exception {
        BlockTemplate template = chain.source().template();
        SealedBlock unsolved = template.seal(new Submission(extraNonce(), badNonce(template), Hash.of(new byte[32])));
        SealedBlock garbage = new SealedBlock(unsolved.ref(), Octets.ofHex("00"), unsolved.reward());

        SubmitAnswer answer = chain.sink().submit(unsolved);

        assertThat(answer.accepted()).isFalse();
        assertThat(answer.words()).startsWith("its RandomX hash is above the target");
        assertThat(chain.sink().submit(garbage).words())
                .isEqualTo("the node cannot read the block: Block decode" + " failed (-22)");
    }

    @Test
    void news_come_by_long_poll() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        try (var subscription = chain.source().onNewTip(told::countDown)) {
            while (told.getCount() > 0) {
                node.mine(1, StandIns.address(StandIns.NOBODY));
                if (told.await(500, TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
            assertThat(told.getCount()).isZero();
            assertThat(subscription).isNotNull();
        }
    }

    private Octets badNonce(BlockTemplate template) {
        return nonce(template, false);
    }

    private SealedBlock solved(BlockTemplate template) {
        Octets nonce = nonce(template, true);
        Hash hash = hash(template, nonce);
        return template.seal(new Submission(extraNonce(), nonce, hash));
    }

    private static ExtraNonce extraNonce() {
        return new ExtraNonce(Octets.ofHex("0011223344556677"));
    }

    private static Octets nonce(BlockTemplate template, boolean good) {
        for (int i = 0; i < 1_000; i++) {
            Octets nonce = Octets.of(new WireWriter().int32(i).toBytes());
            if (template.meetsNetwork(hash(template, nonce)) == good) {
                return nonce;
            }
        }
        throw new IllegalStateException("no nonce of a thousand, where every second one should do");
    }

    private static Hash hash(BlockTemplate template, Octets nonce) {
        return POW.of(
                template.seed().octets().toBytes(),
                template.job(extraNonce()).withNonce(nonce).toBytes());
    }
}
