package org.motherlode.ejb.chain.monero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.ejb.chain.JsonFields;
import org.motherlode.model.block.BlockRef;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.chain.BlockFate;
import org.motherlode.model.chain.BlockTemplate;
import org.motherlode.model.chain.Chain;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.chain.OwnTemplates;
import org.motherlode.model.job.ExtraNonce;
import org.motherlode.model.job.SealedBlock;
import org.motherlode.model.job.Submission;
import org.motherlode.model.work.Hash;

/** Against a real monerod, where every hash meets difficulty 1. */
class MonerodLiveTest {
    private static final String POOL = MoneroAddressesTest.STANDARD;
    private static final Hash ANY_HASH = Hash.of(new byte[32]);

    @TempDir
    static Path folder;

    private static Regtest regtest;
    private static Chain chain;

    @BeforeAll
    static void start() throws Exception {
        regtest = Regtest.start(folder);
        chain = regtest.pool(POOL, Map.of());
    }

    @AfterAll
    static void stop() {
        chain.close();
        regtest.close();
    }

    @Test
    void a_block_goes_from_template_to_maturity_and_its_rival_is_orphaned() throws Exception {
        BlockTemplate template = chain.source().template();
        SealedBlock winner = sealed(template, "01");
        SealedBlock rival = sealed(template, "02");

        assertThat(chain.watch().fate(winner.ref())).isInstanceOf(BlockFate.Unknown.class);
        assertThat(chain.sink().submit(winner).accepted()).isTrue();
        assertThat(chain.sink().submit(winner).accepted()).as("again").isTrue();
        assertThat(chain.source().tip().blockId()).isEqualTo(winner.ref().id());
        assertThat(chain.source().tip().height()).isEqualTo(winner.ref().height());
        assertThat(chain.watch().fate(winner.ref())).isEqualTo(new BlockFate.Pending(1, 60));

        assertThat(chain.sink().submit(rival).accepted()).isTrue();
        assertThat(chain.watch().fate(rival.ref()))
                .isInstanceOfSatisfying(BlockFate.Unknown.class, unknown -> assertThat(unknown.why())
                        .contains("alternative chain", winner.ref().id(), "1 confirmations of 60"));

        regtest.generate(58, Regtest.NOBODY);
        assertThat(chain.watch().fate(winner.ref())).isEqualTo(new BlockFate.Pending(59, 60));
        assertThat(chain.watch().fate(rival.ref())).isInstanceOf(BlockFate.Unknown.class);

        regtest.generate(1, Regtest.NOBODY);
        assertThat(chain.watch().fate(winner.ref()))
                .isEqualTo(new BlockFate.Matured(winner.reward().orElseThrow()));
        assertThat(chain.watch().fate(rival.ref())).isInstanceOf(BlockFate.Orphaned.class);
        assertThat(chain.watch().fate(new BlockRef(rival.ref().height(), "00".repeat(32))))
                .as("a block that never arrived")
                .isInstanceOf(BlockFate.Orphaned.class);
    }

    /** What XMRig does in self-select mode, with the same node for both. */
    @Test
    void a_block_that_the_node_made_for_a_miner_is_taken_and_is_the_block_that_the_chain_takes() throws Exception {
        try (Chain open =
                regtest.pool(MinersBlocksTest.ADDRESS, Map.of("monero.view-key", MinersBlocksTest.VIEW_KEY))) {
            OwnTemplates own = open.source().template().ownTemplates().orElseThrow();
            OwnTemplates.Judgement taken = own.judge(proposal(own.payTo(), "0102030405060708"));
            assertThat(taken).isInstanceOf(OwnTemplates.Judgement.Usable.class);
            BlockTemplate made = ((OwnTemplates.Judgement.Usable) taken).template();
            ExtraNonce extraNonce = new ExtraNonce(Octets.ofHex("0102030405060708"));
            SealedBlock block = made.seal(new Submission(extraNonce, Octets.ofHex("00000000"), ANY_HASH));

            assertThat(open.sink().submit(block).accepted()).isTrue();
            assertThat(open.source().tip().blockId()).isEqualTo(block.ref().id());
            assertThat(own.judge(proposal(own.payTo(), "0102030405060708")).toString())
                    .contains("Bad height");
            OwnTemplates next = open.source().template().ownTemplates().orElseThrow();
            assertThat(next.judge(proposal(Regtest.NOBODY, "0102030405060708")).toString())
                    .contains("does not pay the pool");
        }
    }

    private static OwnTemplates.Proposal proposal(String payTo, String extraNonce) throws Exception {
        JsonFields made = regtest.minersTemplate(payTo, extraNonce);
        return new OwnTemplates.Proposal(
                made.hex("blocktemplate_blob"),
                new ExtraNonce(Octets.ofHex(extraNonce)),
                made.count("height"),
                Monerod.difficulty(made),
                made.id("prev_hash"),
                made.id("seed_hash"));
    }

    @Test
    void a_block_that_nobody_has_is_unknown() throws Exception {
        assertThat(chain.watch().fate(new BlockRef(1_000_000, "ab".repeat(32))))
                .isEqualTo(new BlockFate.Unknown("the node does not know it, and no block has its height"));
    }

    @Test
    void a_broken_block_is_refused_with_words() throws Exception {
        SealedBlock good = sealed(chain.source().template(), "03");
        SealedBlock cut = new SealedBlock(good.ref(), good.bytes().slice(0, 60), good.reward());

        var answer = chain.sink().submit(cut);

        assertThat(answer.accepted()).isFalse();
        assertThat(answer.words()).isEqualTo("the node cannot read the block");
    }

    @Test
    void a_new_block_is_pushed() throws Exception {
        var told = new CountDownLatch(1);

        try (var subscription = chain.source().onNewTip(told::countDown)) {
            assertThat(subscription).isNotNull();
            // whoever subscribes late misses blocks: go on until one is heard of
            for (int tries = 0; tries < 20 && !told.await(500, TimeUnit.MILLISECONDS); tries++) {
                regtest.generate(1, Regtest.NOBODY);
            }
        }
        assertThat(told.getCount()).isZero();
    }

    @Test
    void a_wrong_login_is_said_in_a_sentence() throws Exception {
        try (Chain stranger = regtest.pool(POOL, Map.of("monero.node-login", "pool:wrong"))) {
            assertThatThrownBy(() -> stranger.source().tip())
                    .isInstanceOf(NodeUnavailableException.class)
                    .hasMessageContaining("refuses the login");
        }
    }

    private static SealedBlock sealed(BlockTemplate template, String extra) {
        var extraNonce = new ExtraNonce(Octets.ofHex(extra + "00".repeat(15)));
        return template.seal(new Submission(extraNonce, Octets.ofHex("2a000000"), ANY_HASH));
    }
}
