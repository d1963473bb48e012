package org.motherlode.ra.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motherlode.ra.guard.House.allowed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.motherlode.ra.statistics.Count;

/** What those who are inside may ask for, whatever they send. */
class RequestFloodsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void shares_of_one_connection_one_address_and_one_network_are_bounded() {
        House house = new House("own-submits-per-second = 10; own-submits-at-once = 20;"
                + "submits-per-second = 30; submits-at-once = 50; network-times = 2");

        Visitor first = house.visitor("192.0.2.1");
        assertThat(allowed(first, Ask.OWN_SUBMIT, 1_000)).isEqualTo(20);
        assertThat(allowed(house.visitor("192.0.2.1"), Ask.OWN_SUBMIT, 1_000)).isEqualTo(20);
        assertThat(allowed(first, Ask.SUBMIT, 20)).isEqualTo(20);
        assertThat(allowed(house.visitor("192.0.2.1"), Ask.SUBMIT, 1_000)).isEqualTo(30);
        assertThat(house.visitor("192.0.2.1").may(Ask.SUBMIT)).isFalse();
        List<Visitor> others = new ArrayList<>();
        for (int i = 2; i < 100; i++) {
            others.add(house.visitor("192.0.2." + i));
        }
        assertThat(others.stream()
                        .mapToInt(visitor -> allowed(visitor, Ask.SUBMIT, 20))
                        .sum())
                .isEqualTo(50);
        assertThat(house.visitor("192.0.3.1").may(Ask.SUBMIT)).isTrue();
    }

    @Test
    void so_are_those_of_one_wallet_in_one_network_also_of_miners_that_have_worked() {
        House house = new House("wallet-submits-per-second = 5; wallet-submits-at-once = 12; submits-at-once = 10");
        Visitor rig = house.visitor("192.0.2.1");
        Visitor other = house.visitor("192.0.2.2");
        Visitor neighbour = house.visitor("192.0.2.2");
        Visitor abroad = house.visitor("198.51.100.1");
        for (Visitor amys : List.of(rig, other, abroad)) {
            assertThat(amys.logsIn("amy")).isEmpty();
            amys.worked();
        }
        assertThat(neighbour.logsIn("bob")).isEmpty();

        assertThat(hashes(rig, 8)).isEqualTo(8);
        assertThat(hashes(other, 8)).isEqualTo(4);
        assertThat(hashes(neighbour, 10))
                .as("what the wallet was refused, its address has not used up")
                .isEqualTo(6);
        assertThat(hashes(abroad, 10)).isEqualTo(10);
        house.clock.pass(SECOND);
        assertThat(hashes(rig, 10)).isEqualTo(5);
    }

    /** As a share asks for its hash: what the wallet may not have, the address gets back. */
    private static int hashes(Visitor visitor, int tries) {
        int hashes = 0;
        for (int i = 0; i < tries; i++) {
            boolean place = visitor.may(Ask.SUBMIT);
            boolean both = place && visitor.may(Ask.WALLET_SUBMIT);
            if (place && !both) {
                visitor.giveBack(Ask.SUBMIT);
            }
            hashes += both ? 1 : 0;
        }
        return hashes;
    }

    @Test
    void a_bot_with_the_least_difficulty_gets_no_more_hashes_than_the_budget_of_strangers() {
        House house = new House("first-hashes-per-second = 5; first-hashes-at-once = 16");
        int hashes = 0;
        for (int second = 0; second < 60; second++) {
            for (int i = 0; i < 10; i++) {
                Visitor visitor = house.visitor("192.0.2.1");
                hashes += allowed(visitor, Ask.FIRST_HASH, 100);
                visitor.leave();
            }
            house.clock.pass(SECOND);
        }

        assertThat(hashes).isEqualTo(16 + 59 * 5);
    }

    @Test
    void who_has_had_a_good_share_is_not_bound_by_what_strangers_of_its_address_use_up() {
        House house = new House("first-hashes-at-once = 16");
        Visitor miner = house.visitor("192.0.2.1");
        assertThat(miner.logsIn("amy")).isEmpty();
        assertThat(miner.may(Ask.FIRST_HASH)).isTrue();
        miner.worked();

        assertThat(allowed(house.visitor("192.0.2.1"), Ask.FIRST_HASH, 100)).isEqualTo(15);
        assertThat(allowed(miner, Ask.FIRST_HASH, 100)).isEqualTo(100);
    }

    @Test
    void what_is_given_back_is_there_for_its_address_its_network_and_its_wallet_and_no_more() {
        House house = new House("first-hashes-per-second = 1; first-hashes-at-once = 3; network-times = 1");
        Visitor visitor = house.visitor("192.0.2.1");
        assertThat(visitor.logsIn("amy")).isEmpty();
        visitor.giveBack(Ask.FIRST_HASH);
        assertThat(allowed(visitor, Ask.FIRST_HASH, 10)).isEqualTo(3);
        visitor.giveBack(Ask.FIRST_HASH);
        visitor.giveBack(Ask.FIRST_HASH);

        assertThat(allowed(house.visitor("192.0.2.2"), Ask.FIRST_HASH, 1))
                .as("of the network")
                .isEqualTo(1);
        assertThat(allowed(visitor, Ask.FIRST_HASH, 10)).isEqualTo(1);
    }

    @Test
    void keep_alives_and_jobs_asked_for_are_bounded_for_each_connection() {
        House house = new House("keepalives-at-once = 3; getjobs-at-once = 4; proven-getjobs-at-once = 10");
        Visitor visitor = house.visitor("192.0.2.1");

        assertThat(allowed(visitor, Ask.KEEP_ALIVE, 100)).isEqualTo(3);
        assertThat(allowed(visitor, Ask.OWN_GET_JOB, 100)).isEqualTo(4);
        visitor.worked();
        assertThat(allowed(visitor, Ask.OWN_GET_JOB, 100)).isEqualTo(10);
        visitor.worked();
        assertThat(allowed(visitor, Ask.OWN_GET_JOB, 100)).isZero();
        assertThat(house.count(Count.GETJOBS_THROTTLED)).isEqualTo(96 + 90 + 100);
    }

    @Test
    void proven_connections_of_one_address_ask_for_no_more_jobs_than_the_address_may() {
        House house = new House("address-getjobs-per-second = 7; address-getjobs-at-once = 300; network-times = 2");
        int asked = 0;
        for (int i = 0; i < 100; i++) {
            Visitor visitor = house.visitor("192.0.2.1");
            visitor.worked();
            asked += allowed(visitor, Ask.GET_JOB, 200);
        }

        assertThat(asked).isEqualTo(300);
        house.clock.pass(SECOND);
        assertThat(allowed(house.visitor("192.0.2.1"), Ask.GET_JOB, 20)).isEqualTo(7);
        assertThat(allowed(house.visitor("192.0.3.1"), Ask.GET_JOB, 20)).isEqualTo(20);
    }

    @Test
    void a_job_that_others_have_used_up_costs_the_connection_itself_nothing() {
        House house =
                new House("proven-getjobs-at-once = 4; address-getjobs-per-second = 1; address-getjobs-at-once = 5");
        Visitor proxy = house.visitor("192.0.2.1");
        proxy.worked();
        assertThat(allowed(house.visitor("192.0.2.1"), Ask.GET_JOB, 100)).isEqualTo(5);
        for (int i = 0; i < 100; i++) {
            assertThat(proxy.may(Ask.OWN_GET_JOB)).isTrue();
            assertThat(proxy.may(Ask.GET_JOB)).isFalse();
        }
        house.clock.pass(SECOND);

        assertThat(proxy.may(Ask.OWN_GET_JOB) && proxy.may(Ask.GET_JOB)).isTrue();
    }

    @Test
    void blocks_that_miners_make_themselves_are_bounded_for_each_address_and_network() {
        House house = new House("proposals-per-second = 3; proposals-at-once = 8; network-times = 2");
        assertThat(allowed(house.visitor("192.0.2.1"), Ask.PROPOSE, 5)).isEqualTo(5);
        assertThat(allowed(house.visitor("192.0.2.1"), Ask.PROPOSE, 100)).isEqualTo(3);
        assertThat(allowed(house.visitor("192.0.2.2"), Ask.PROPOSE, 100)).isEqualTo(8);
        assertThat(allowed(house.visitor("192.0.2.3"), Ask.PROPOSE, 100)).isZero();

        assertThat(allowed(house.visitor("198.51.100.1"), Ask.PROPOSE, 5)).isEqualTo(5);
    }
}
