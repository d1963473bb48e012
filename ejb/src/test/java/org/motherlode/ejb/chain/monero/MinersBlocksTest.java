package org.motherlode.ejb.chain.monero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.chain.OwnTemplates.Judgement;
import org.motherlode.model.chain.OwnTemplates.Proposal;
import org.motherlode.model.job.ExtraNonce;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pow.Seed;
import org.motherlode.model.work.Difficulty;

/**
 * The block that XMRig 6.26.0 sent to monero-pool {@code db16e73} in self-select mode, as monerod 0.18.0 had made it on a
 * regtest, 20 November 2026; address and view key are those of that pool's wallet, of no worth.
 */
class MinersBlocksTest {
    private static final String BLOCK = "1010cbab83d806f6d6a988b6c9201ec07502e1476120dd4bc179a5e52c1a5fa8dde0ae32ef6134"
            + "00000000028a1101ffce1001abafcfd9edfb0703c57ec847f64493a9594e6ba9f3e55d992a3297db8aac865e1729730a434e46b5c9"
            + "2b0141121a8ed744c2fb24c6c51b03c8d097b2a17998769155b60d07851eca03efbd02081200000080be45fe0000";
    private static final String PREVIOUS = "f6d6a988b6c9201ec07502e1476120dd4bc179a5e52c1a5fa8dde0ae32ef6134";
    private static final String SEED = "9f65d3a20c9d9a0844ccb3d1c0f1b13c1d2b444a220a18bd134dfbd1834197a3";
    private static final String NONCE = "1200000080be45fe";
    static final String ADDRESS =
            "42oktyk2LvB72sEb73cPQZNcBFR1MwirRPhZeBhDGeRtCThnSgfGbwqcFXinrASAEzTxDERarfTdt4S1V2bvHyUgNhxhfs5";
    static final String VIEW_KEY = "06c88489c8ff3c8d84d1606734c71a6eab46dd329690a54ab607a86b546c2d03";
    private static final String OTHER_ADDRESS =
            "46wYriPCSjyje8UQ9qGSqCSDmSJpanqKuABtUgCnQoutfwPn3zKtFW7bD2tpBqcZ4RYDdiYPURdiDhz3zV24RXSJMPNpfqt";
    private static final long HEIGHT = 2126;

    @Test
    void the_recorded_block_pays_the_pool_and_gives_the_hashing_bytes_that_were_mined() throws Exception {
        Judgement judgement = judge(BLOCK);

        assertThat(judgement).isInstanceOfSatisfying(Judgement.Usable.class, usable -> {
            assertThat(usable.template().extraNonceBytes()).isEqualTo(8);
            assertThat(usable.template().networkDifficulty()).isEqualTo(Difficulty.of(2_000));
            assertThat(usable.template().seed()).isEqualTo(Seed.ofHex(SEED));
            assertThat(usable.template()
                            .job(new ExtraNonce(Octets.ofHex(NONCE)))
                            .nonceOffset())
                    .isEqualTo(39);
            assertThat(usable.template().ownTemplates()).isEmpty();
            assertThat(usable.template().pow()).isEqualTo(Monero.RX_2);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "amount one atom more (the key is not touched), abafcfd9edfb07, acafcfd9edfb07, usable",
        "half of the amount, abafcfd9edfb07, abafcfd9edfb03, Bad amount",
        "a hundredfold, abafcfd9edfb07, abafcfd9edfb8705, Bad amount",
        "another output key, c57ec847, c57ec848, does not pay the pool",
        "another view tag, 46b5c92b01, 46b5c82b01, does not pay the pool",
        "another transaction key, 41121a8e, 42121a8e, does not pay the pool",
        "no transaction key, b0141121a8ed744c2fb24c6c51b03c8d097b2a17998769155b60d07851eca03efbd, , blob invalid",
        "another extra nonce, 02081200000080be45fe, 02081300000080be45fe, Bad extra_nonce",
        "a longer extra nonce, 2b0141, 2c0141, blob invalid",
        "unlocked a block early, 028a1101ff, 02891101ff, locked for 60 blocks",
        "another height, ffce1001, ffcf1001, another height",
        "another parent, 06f6d6a9, 06f7d6a9, another height",
        "another version, 1010cbab, 1110cbab, another height",
        "an input that is none, 01ffce, 01fece, blob invalid",
        "no output, ce1001ab, ce1000ab, blob invalid",
        "two outputs, ce1001ab, ce1002ab, blob invalid",
        "more transactions than there are, 45fe0000, 45fe0001, blob invalid",
    })
    void each_byte_that_matters_is_looked_at(String what, String from, String to, String words) throws Exception {
        assertThat(BLOCK).contains(from);
        String changed = BLOCK.replace(from, to == null ? "" : to);

        Judgement judgement = judge(changed.length() % 2 == 0 ? changed : changed + "0");

        assertThat(String.valueOf(judgement)).as(what).containsIgnoringCase(words);
    }

    @Test
    void what_the_miner_says_beside_the_block_must_be_so_too() throws Exception {
        assertThat(words(proposal(HEIGHT + 1, 2_000, PREVIOUS, SEED))).startsWith("Bad height");
        assertThat(words(proposal(HEIGHT, 1_999, PREVIOUS, SEED))).startsWith("Low difficulty");
        assertThat(words(proposal(HEIGHT, 2_000, SEED, SEED))).startsWith("Bad prev_hash");
        assertThat(words(proposal(HEIGHT, 2_000, PREVIOUS, PREVIOUS))).startsWith("Bad seed_hash");
        assertThat(words(proposal(HEIGHT, 2_000, PREVIOUS, ""))).startsWith("Bad seed_hash");
    }

    @Test
    void only_what_an_honest_node_may_bring_about_is_nobodys_fault() throws Exception {
        assertThat(proposal(HEIGHT + 1, 2_000, PREVIOUS, SEED)).matches(MinersBlocksTest::isInnocent);
        assertThat(proposal(HEIGHT, 2_000, SEED, SEED)).matches(MinersBlocksTest::isInnocent);
        assertThat(proposal(HEIGHT, 2_000, PREVIOUS, PREVIOUS)).matches(MinersBlocksTest::isInnocent);
        assertThat(judge(BLOCK.replace("abafcfd9edfb07", "abafcfd9edfb03"))).matches(MinersBlocksTest::isInnocent);

        assertThat(proposal(HEIGHT, 1_999, PREVIOUS, SEED)).matches(MinersBlocksTest::isBlamed);
        assertThat(judge(BLOCK.replace("c57ec847", "c57ec848"))).matches(MinersBlocksTest::isBlamed);
        assertThat(judge("00")).matches(MinersBlocksTest::isBlamed);
    }

    private static boolean isInnocent(Judgement judgement) {
        return judgement.fold(usable -> false, Judgement.Unusable::innocent);
    }

    private static boolean isBlamed(Judgement judgement) {
        return judgement.fold(usable -> false, unusable -> !unusable.innocent());
    }

    @Test
    void the_extra_nonce_of_another_job_is_refused() throws Exception {
        Proposal other = new Proposal(
                Octets.ofHex(BLOCK),
                new ExtraNonce(Octets.ofHex("1300000080be45fe")),
                HEIGHT,
                Difficulty.of(2_000),
                PREVIOUS,
                SEED);

        assertThat(words(blocks().judge(other))).startsWith("Bad extra_nonce");
    }

    @Test
    void no_wounded_block_is_taken_unless_it_pays_the_same_and_none_throws() throws Exception {
        byte[] whole = Octets.ofHex(BLOCK).toBytes();
        Random random = new Random(20261121);
        for (int i = 0; i < 300; i++) {
            byte[] wounded = Arrays.copyOf(whole, 1 + random.nextInt(whole.length + 8));
            wounded[random.nextInt(wounded.length)] = (byte) random.nextInt(256);
            Judgement judgement = judge(Octets.of(wounded).hex());
            if (judgement instanceof Judgement.Usable usable) {
                assertThat(usable.template().reward()).isNotEmpty();
                assertThat(wounded).hasSize(whole.length);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "zz", VIEW_KEY + "00"})
    void a_view_key_out_of_shape_is_refused_by_name_and_not_repeated(String hex) {
        assertThatThrownBy(() -> ViewKey.of(hex, MoneroAddress.parse(ADDRESS)))
                .isInstanceOf(SettingException.class)
                .hasMessageStartingWith("monero.view-key must be the 64 hex digits");
    }

    @Test
    void a_view_key_of_another_wallet_is_refused() {
        assertThatThrownBy(() -> ViewKey.of(VIEW_KEY, MoneroAddress.parse(OTHER_ADDRESS)))
                .isInstanceOf(SettingException.class)
                .hasMessage("monero.view-key must be the secret view key of monero.address");
    }

    @Test
    void without_a_view_key_nobody_chooses() throws Exception {
        assertThat(template(Optional.empty()).ownTemplates()).isEmpty();
    }

    private static Judgement judge(String block) throws Exception {
        return blocks().judge(new Proposal(
                Octets.ofHex(block),
                new ExtraNonce(Octets.ofHex(NONCE)),
                HEIGHT,
                Difficulty.of(2_000),
                PREVIOUS,
                SEED));
    }

    private static Judgement proposal(long height, long difficulty, String previousId, String seed) throws Exception {
        return blocks().judge(new Proposal(
                Octets.ofHex(BLOCK),
                new ExtraNonce(Octets.ofHex(NONCE)),
                height,
                Difficulty.of(difficulty),
                previousId,
                seed));
    }

    private static String words(Judgement judgement) {
        return judgement.fold(usable -> "usable", Judgement.Unusable::sentence);
    }

    private static MinersBlocks blocks() throws Exception {
        ChoosingTerms terms = new ChoosingTerms(ADDRESS, ViewKey.of(VIEW_KEY, MoneroAddress.parse(ADDRESS)), 80);
        return new MinersBlocks(template(Optional.of(terms)), terms);
    }

    /** As if the pool's own node had made the same block. */
    private static MoneroTemplate template(Optional<ChoosingTerms> terms) throws Exception {
        byte[] block = Octets.ofHex(BLOCK).toBytes();
        return new MoneroTemplate(
                BlockBlob.read(block, BLOCK.indexOf(NONCE) / 2, 8),
                Difficulty.of(2_000),
                Seed.ofHex(SEED),
                Optional.empty(),
                new PowByVersion(OptionalInt.of(16)),
                terms);
    }
}
