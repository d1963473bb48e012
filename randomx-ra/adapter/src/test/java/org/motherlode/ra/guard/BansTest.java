package org.motherlode.ra.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motherlode.ra.guard.House.allowed;
import static org.motherlode.ra.guard.House.fail;
import static org.motherlode.ra.guard.House.told;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.motherlode.model.ban.Ban;
import org.motherlode.model.ban.BanSubject;
import org.motherlode.model.share.ShareRefusal;
import org.motherlode.ra.statistics.Count;

/** Who is banned, for what and for how long. */
class BansTest {
    private static final String ROGUE = "192.0.2.1";
    private static final String AGAIN = "IP Address currently banned for ";

    private final House house = new House("");

    @Test
    void five_wrong_hashes_and_nothing_else_are_enough() {
        Visitor visitor = house.visitor(ROGUE);
        fail(visitor, ShareRefusal.BAD_HASH, 4);
        assertThat(visitor.sentence()).isEmpty();
        fail(visitor, ShareRefusal.BAD_HASH, 1);

        assertThat(told(visitor)).contains(AGAIN + "1 minute: too many wrong hashes");
        assertThat(visitor.sentence()).isEmpty();
        assertThat(house.arrive(ROGUE)).isEmpty();
        assertThat(house.arrive("192.0.2.2")).isPresent();
        assertThat(house.count(Count.BANS_MADE)).isEqualTo(1);
    }

    @Test
    void fifty_attackers_cost_five_hashes_each_before_they_are_out() {
        int hashes = 0;
        for (int i = 1; i <= 50; i++) {
            Visitor visitor = house.visitor("192.0." + i + ".1");
            while (visitor.sentence().isEmpty()) {
                hashes += allowed(visitor, Ask.FIRST_HASH, 1);
                visitor.failed(ShareRefusal.BAD_HASH);
            }
            visitor.leave();
            assertThat(house.arrive("192.0." + i + ".1")).isEmpty();
        }

        assertThat(hashes).isEqualTo(250);
        assertThat(house.visitor("198.51.100.1").may(Ask.FIRST_HASH)).isTrue();
    }

    @Test
    void other_connections_of_the_address_hear_it_too() {
        Visitor rogue = house.visitor(ROGUE);
        Visitor neighbour = house.visitor(ROGUE);
        Visitor stranger = house.visitor("192.0.2.2");
        assertThat(neighbour.sentence()).isEmpty();
        fail(rogue, ShareRefusal.BAD_HASH, 5);

        assertThat(neighbour.sentence()).isPresent();
        assertThat(stranger.sentence()).isEmpty();
    }

    @Test
    void a_good_share_that_is_verified_after_its_connection_has_ended_speaks_for_its_address() {
        Visitor gone = house.visitor(ROGUE);
        gone.leave();
        gone.worked();
        Visitor visitor = house.visitor(ROGUE);
        fail(visitor, ShareRefusal.BAD_HASH, 5);

        assertThat(visitor.sentence()).isEmpty();
    }

    @Test
    void of_many_good_shares_a_few_wrong_ones_do_no_harm_and_a_quarter_does() {
        Visitor visitor = house.visitor(ROGUE);
        for (int i = 0; i < 30; i++) {
            visitor.worked();
        }
        fail(visitor, ShareRefusal.BAD_HASH, 9);
        assertThat(visitor.sentence()).isEmpty();
        fail(visitor, ShareRefusal.BAD_HASH, 1);

        assertThat(visitor.sentence()).isPresent();
    }

    @Test
    void before_the_least_count_no_ratio_bans() {
        Visitor visitor = house.visitor(ROGUE);
        visitor.worked();
        fail(visitor, ShareRefusal.BAD_HASH, 28);
        assertThat(visitor.sentence()).isEmpty();
        fail(visitor, ShareRefusal.BAD_HASH, 1);

        assertThat(visitor.sentence()).isPresent();
    }

    @Test
    void duplicates_weigh_a_quarter_of_wrong_hashes() {
        Visitor visitor = house.visitor(ROGUE);
        for (int i = 0; i < 10; i++) {
            visitor.worked();
        }
        fail(visitor, ShareRefusal.DUPLICATE, 500);
        assertThat(visitor.sentence()).isEmpty();
    }

    @Test
    void thirty_blocks_of_its_own_that_would_not_pay_the_pool_are_enough() {
        Visitor visitor = house.visitor(ROGUE);
        for (int i = 0; i < 30; i++) {
            assertThat(visitor.sentence()).isEmpty();
            visitor.offended(Offence.UNPAYING_BLOCK);
        }

        assertThat(told(visitor)).contains(AGAIN + "1 minute: too many blocks of its own that would not pay the pool");
    }

    @Test
    void handshakes_that_fail_ban_only_an_address_of_which_nothing_good_ever_came() {
        Visitor miner = house.visitor("192.0.2.2");
        miner.worked();
        Visitor stranger = house.visitor(ROGUE);
        for (int i = 0; i < 30; i++) {
            assertThat(stranger.sentence()).isEmpty();
            stranger.offended(Offence.FAILED_HANDSHAKE);
            miner.offended(Offence.FAILED_HANDSHAKE);
        }

        assertThat(told(stranger)).contains(AGAIN + "1 minute: too many TLS handshakes that failed");
        assertThat(miner.sentence()).isEmpty();
    }

    @Test
    void what_the_server_caused_and_what_came_late_never_counts() {
        Visitor visitor = house.visitor(ROGUE);
        for (ShareRefusal why : List.of(ShareRefusal.STALE, ShareRefusal.NOT_READY, ShareRefusal.THROTTLED)) {
            fail(visitor, why, 10_000);
        }

        assertThat(visitor.sentence()).isEmpty();
        assertThat(house.arrive(ROGUE)).isPresent();
    }

    @Test
    void a_good_past_is_forgotten_in_time() {
        Visitor visitor = house.visitor(ROGUE);
        for (int i = 0; i < 100_000; i++) {
            visitor.worked();
        }
        fail(visitor, ShareRefusal.BAD_HASH, 400);

        assertThat(visitor.sentence()).isPresent();
    }

    @Test
    void each_ban_is_twice_as_long_up_to_an_hour_and_a_day_without_one_ends_that() {
        assertThat(lengthOfNext()).isEqualTo("1 minute");
        for (String next : List.of("2", "4", "8", "16", "32")) {
            assertThat(lengthOfNext()).isEqualTo(next + " minutes");
        }
        assertThat(lengthOfNext()).isEqualTo("1 hour");
        assertThat(lengthOfNext()).isEqualTo("1 hour");
        house.clock.pass(Duration.ofDays(1));

        assertThat(lengthOfNext()).isEqualTo("1 minute");
    }

    @Test
    void the_banned_hear_what_is_left_of_it_now_and_then_and_otherwise_nothing() {
        Visitor visitor = house.visitor(ROGUE);
        fail(visitor, ShareRefusal.BAD_HASH, 5);
        visitor.leave();

        assertThat(house.turnedAway(ROGUE)).isEqualTo(AGAIN + "1 minute: too many wrong hashes");
        assertThat(house.turnedAway(ROGUE)).isEmpty();
        house.clock.pass(Duration.ofMillis(10_500));
        assertThat(house.turnedAway(ROGUE)).startsWith(AGAIN + "50 seconds");
        house.clock.pass(Duration.ofMillis(49_500));
        assertThat(house.turnedAway(ROGUE)).isEqualTo("let in");
        assertThat(house.guard.inside()).isEqualTo(1);
    }

    @Test
    void unknown_jobs_end_a_connection_that_never_had_a_good_share() {
        Visitor visitor = house.visitor(ROGUE);
        fail(visitor, ShareRefusal.UNKNOWN_JOB, 3);
        assertThat(visitor.sentence()).isEmpty();
        fail(visitor, ShareRefusal.UNKNOWN_JOB, 1);

        assertThat(visitor.sentence()).contains(new Sentence("Invalid job id, too often", Count.CONNECTIONS_CUT_JOBS));
        assertThat(house.arrive(ROGUE)).isPresent();
    }

    @Test
    void an_exempt_address_is_never_banned_but_a_wallet_is_banned_everywhere() {
        Visitor visitor = house.visitor("127.0.0.1");
        assertThat(visitor.logsIn("amy")).isEmpty();
        fail(visitor, ShareRefusal.BAD_HASH, 1_000);
        assertThat(visitor.sentence()).isEmpty();

        impose("127.0.0.0/8", Duration.ofHours(1));
        assertThat(house.arrive("127.0.0.1")).isPresent();
        impose("wallet:amy", Duration.ofMinutes(90));
        assertThat(told(visitor)).contains("Wallet currently banned for 1 hour 30 minutes: because");
        assertThat(house.visitor("198.51.100.1").logsIn("amy")).isPresent();
        assertThat(house.visitor("198.51.100.1").logsIn("bob")).isEmpty();
    }

    @Test
    void an_operators_ban_of_a_network_holds_at_once_and_its_lift_too() {
        Visitor inside = house.visitor("192.0.2.77");
        impose("192.0.2.0/24", Duration.ofDays(2));

        assertThat(told(inside)).contains(AGAIN + "2 days: because");
        assertThat(house.turnedAway("192.0.2.1")).isEqualTo(AGAIN + "2 days: because");
        assertThat(house.arrive("192.0.3.1")).isPresent();
        house.guard.desk().lift(subject("192.0.2.0/24"));
        assertThat(house.arrive("192.0.2.1")).isPresent();
    }

    private String lengthOfNext() {
        Visitor visitor = house.visitor(ROGUE);
        fail(visitor, ShareRefusal.BAD_HASH, 5);
        visitor.leave();
        Ban ban = house.guard.desk().find(subject(ROGUE)).orElseThrow();
        house.clock.pass(ban.left(house.clock.instant()));
        return Farewell.words(Duration.between(ban.since(), ban.until()));
    }

    private void impose(String subject, Duration length) {
        house.guard
                .desk()
                .impose(new Ban(
                        subject(subject),
                        house.clock.instant(),
                        house.clock.instant().plus(length),
                        1,
                        "because",
                        "olga"));
    }

    private static BanSubject subject(String text) {
        return BanSubject.parse(text).orElseThrow();
    }
}
