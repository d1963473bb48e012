package org.motherlode.stratum.dialect.cryptonote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motherlode.stratum.dialect.cryptonote.Offers.DIALECT;
import static org.motherlode.stratum.dialect.cryptonote.Offers.read;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.job.ExtraNonce;
import org.motherlode.model.share.ShareRefusal;
import org.motherlode.model.wire.JobOffer;
import org.motherlode.model.wire.Request;
import org.motherlode.model.wire.Welcome;
import org.motherlode.model.wire.WorkForm;
import org.motherlode.model.work.Difficulty;
import org.motherlode.model.work.Hash;
import org.motherlode.stratum.Recording;

class RecordedTrafficTest {
    private static final Recording NORMAL = Recording.named("normal.stratum.log");
    private static final String ADDRESS =
            "47TtUSGMutMKbrhrdgyGKMUWiaUubyVd7WmX7xeXmMSZZfcJM69N3EYGZhSq6zAppUbdkYKjNHsrsb7o7rNzA8KrN4GPqmG";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "normal.stratum.log",
                "t8.stratum.log",
                "lowdiff.stratum.log",
                "keepalive.stratum.log",
                "nicehash.stratum.log",
                "newjob.stratum.log",
                "loginerr.stratum.log",
                "unauth.stratum.log",
                "banned.stratum.log",
                "invjob.stratum.log",
                "mp-fast.log",
                "mp-proxy-upstream.log",
                "mp-selfselect.log"
            })
    void all_that_xmrig_and_its_proxy_said_is_understood(String file) {
        List<Request> requests =
                Recording.named(file).fromMiner().stream().map(Offers::read).toList();

        assertThat(requests).isNotEmpty().noneMatch(Request.Unusable.class::isInstance);
    }

    @Test
    void the_login_of_xmrig_is_read_with_all_that_it_says() {
        Request.Login login = (Request.Login) read(NORMAL.fromMiner().get(0));

        assertThat(login.requestId()).isEqualTo("1");
        assertThat(login.user()).isEqualTo(ADDRESS);
        assertThat(login.pass()).isEqualTo("x");
        assertThat(login.agent()).isEqualTo("XMRig/6.26.0 (Linux x86_64) libuv/1.44.2 gcc/12.2.0");
        assertThat(login.rig()).contains("rig7");
        assertThat(login.algorithms()).hasSize(31).startsWith("rx/0", "cn/1").endsWith("ghostrider");
    }

    @Test
    void a_share_of_xmrig_is_read_as_bytes() {
        assertThat(read(NORMAL.fromMiner().get(1)))
                .isEqualTo(new Request.Submit(
                        "2",
                        "deadbeefcafe0001",
                        "00000000000000000000000000000001",
                        Octets.ofHex("0e000000"),
                        Optional.of(Hash.ofHex("49a4d6b1cf0839746e5d7a3e2a3e7c1f2b1d7554a63ca6ee9f8b6d1eef27ca07")),
                        List.of(),
                        Octets.empty(),
                        Optional.of("rx/0")));
    }

    @Test
    void the_login_answer_is_the_one_that_xmrig_mined_on() {
        Recording recorded = Recording.named("t8.stratum.log");
        Request.Login login = (Request.Login) read(recorded.fromMiner().get(0));

        assertThat(DIALECT.loggedIn(login, new Welcome("deadbeefcafe0001", Offers.first(30), Set.of())))
                .isEqualTo(recorded.fromPool().get(0));
    }

    @Test
    void a_pushed_job_is_the_one_that_xmrig_took_but_for_the_longer_target() {
        String recorded = Recording.named("newjob.stratum.log").fromPool().stream()
                .filter(line -> line.contains("\"method\":\"job\""))
                .findFirst()
                .orElseThrow();

        assertThat(DIALECT.job(Offers.second(200), "deadbeefcafe0001"))
                .isEqualTo(recorded.replace("14ae4701", "ae47e17a14ae4701"));
    }

    @Test
    void answers_to_shares_and_keepalives_are_those_that_xmrig_counted() {
        Request.Submit share = (Request.Submit) read(NORMAL.fromMiner().get(1));
        Recording keepalive = Recording.named("keepalive.stratum.log");
        Request.KeepAlive alive = (Request.KeepAlive) read(keepalive.fromMiner().get(1));

        assertThat(DIALECT.accepted(share)).isEqualTo(NORMAL.fromPool().get(1));
        assertThat(DIALECT.alive(alive)).isEqualTo(keepalive.fromPool().get(1));
        assertThat(DIALECT.refused(share, ShareRefusal.LOW_DIFFICULTY)).isEqualTo(secondAnswer("lowdiff"));
        assertThat(DIALECT.refused(share, ShareRefusal.UNKNOWN_JOB)).isEqualTo(secondAnswer("invjob"));
    }

    @Test
    void a_login_refused_reads_as_recorded_and_so_does_a_ban_at_the_door() {
        Recording refused = Recording.named("loginerr.stratum.log");
        Request.Login login = (Request.Login) read(refused.fromMiner().get(0));

        assertThat(DIALECT.loginRefused(login, "Invalid address"))
                .isEqualTo(refused.fromPool().get(0));
        assertThat(DIALECT.turnedAway("IP Address currently banned for 1 minute"))
                .isEqualTo(refused.fromPool()
                        .get(0)
                        .replace("Invalid address", "IP Address currently banned for 1 minute")
                        .replace("\"code\":-1", "\"code\":-2"));
    }

    @Test
    void a_miner_that_makes_its_own_block_is_told_what_monero_pool_told_it_and_a_longer_target() {
        Recording recorded = Recording.named("mp-selfselect.log");
        Request.Login login = (Request.Login) read(recorded.fromMiner().get(0));
        JobOffer plain = Offers.first(100);
        JobOffer choice = new JobOffer(
                "6bc6bdd83a3f4a0a9ce9b53f432e3109",
                plain.job(),
                plain.difficulty(),
                plain.height(),
                plain.pow(),
                plain.seed(),
                plain.nextSeed(),
                true,
                new WorkForm.Choosing(
                        "42oktyk2LvB72sEb73cPQZNcBFR1MwirRPhZeBhDGeRtCThnSgfGbwqcFXinrASAEzTxDERarfTdt4S1V2bvHyUgNhxhfs5",
                        new ExtraNonce(Octets.ofHex("1200000080be45fe"))));

        assertThat(login.form()).isEqualTo(WorkForm.Wish.CHOOSING);
        assertThat(DIALECT.loggedIn(login, new Welcome("6877954dcb7e46b581509605ba1b79e0", choice, Set.of())))
                .isEqualTo(recorded.fromPool()
                        .get(0)
                        .replace("285c8f02", JobMembers.target(Difficulty.of(100)))
                        .replace(", \"pool_wallet\"", ",\"pool_wallet\"")
                        .replace("\"next_seed_hash\":\"\"}", "\"next_seed_hash\":\"\",\"algo\":\"rx/0\"}")
                        .replace("\"status\":\"OK\"", "\"status\":\"OK\",\"extensions\":[\"algo\",\"keepalive\"]"));
    }

    @Test
    void the_block_that_a_miner_proposes_is_read_as_it_sent_it() {
        Recording recorded = Recording.named("mp-selfselect.log");
        Request.Propose propose = (Request.Propose) read(recorded.fromMiner().get(1));

        assertThat(propose.jobId()).isEqualTo("6bc6bdd83a3f4a0a9ce9b53f432e3109");
        assertThat(propose.height()).isEqualTo(2126);
        assertThat(propose.difficulty()).isEqualTo(Difficulty.of(2000));
        assertThat(propose.previousId()).startsWith("f6d6a988");
        assertThat(propose.seed()).startsWith("9f65d3a2");
        assertThat(propose.block().hex()).startsWith("1010cbab83d806f6d6a988").endsWith("1200000080be45fe0000");
        assertThat(DIALECT.proposalTaken(propose)).isEqualTo(recorded.fromPool().get(1));
        assertThat(DIALECT.proposalRefused(propose, "no"))
                .isEqualTo("{\"id\":2,\"jsonrpc\":\"2.0\",\"error\":{\"code\":-1,\"message\":\"no\"}}");
    }

    /** A block of 2,000 transactions; how long a line may be is for whoever takes it to say. */
    @Test
    void a_proposed_block_may_be_as_long_as_its_line() {
        String recorded = Recording.named("mp-selfselect.log").fromMiner().get(1);
        String end = "1200000080be45fe0000";
        assertThat(recorded).contains(end);
        Request.Propose propose = (Request.Propose) read(recorded.replace(end, end + "ab".repeat(64_000)));

        assertThat(propose.block().hex()).startsWith("1010cbab83d806f6d6a988").endsWith(end + "ab".repeat(64_000));
    }

    @Test
    void nonces_of_a_proxy_differ_in_the_byte_that_it_gives_to_each_of_its_miners() {
        List<Request> shares = Recording.named("mp-proxy-upstream.log").fromMiner().stream()
                .map(Offers::read)
                .filter(Request.Submit.class::isInstance)
                .toList();

        assertThat(shares).isNotEmpty().allSatisfy(share -> assertThat(
                        ((Request.Submit) share).nonce().at(3))
                .isEqualTo((byte) 0x1b));
    }

    private static String secondAnswer(String scenario) {
        return Recording.named(scenario + ".stratum.log").fromPool().get(1);
    }
}
