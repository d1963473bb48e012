package org.motherlode.ra.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.motherlode.model.chain.OwnTemplates.Judgement;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;
import org.motherlode.ra.statistics.Count;
import org.motherlode.ra.statistics.Figures;
import org.motherlode.ra.trouble.Troubles;

class JuryRoomTest {
    private static final int TURNS = 100;
    private static final long COST_NANOS = 3_000_000;

    private final Figures figures = new Figures();
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    /** Stands still but for what a judgement costs. */
    private final AtomicLong clock = new AtomicLong();

    private final JuryRoom room;

    JuryRoomTest() throws SettingException {
        VerifySettings settings = VerifySettings.of(1, "", Settings.parse("proposal-line = 4"));
        room = new JuryRoom(settings, figures, new Troubles(figures, System::nanoTime), clock::get);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void an_address_that_brings_many_does_not_keep_another_waiting() throws Exception {
        assertThat(offer(1, "a1")).isTrue();
        assertThat(offer(1, "a2")).isTrue();
        assertThat(offer(1, "a3")).isTrue();
        assertThat(offer(2, "b1")).isTrue();
        room.start();

        assertThat(next()).isEqualTo("a1 judged");
        assertThat(next()).isEqualTo("b1 judged");
        assertThat(next()).isEqualTo("a2 judged");
        assertThat(next()).isEqualTo("a3 judged");
    }

    /** As two rigs behind one router do when a block comes, while strangers propose without end, one block at a time each. */
    @Test
    void addresses_that_always_have_one_in_line_do_not_keep_the_second_of_another_waiting() throws Exception {
        assertThat(offer(1, "a1")).isTrue();
        assertThat(offer(1, "a2")).isTrue();
        offerAgainAndAgain(2, "b", 1);
        offerAgainAndAgain(3, "c", 1);
        room.start();

        List<String> first = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            first.add(next());
        }
        assertThat(first).startsWith("a1 judged", "b1 judged", "c1 judged").contains("a2 judged");
    }

    @Test
    void hosts_of_one_network_keep_no_other_network_waiting() throws Exception {
        for (int host = 1; host <= 4; host++) {
            assertThat(offer("2001:db8:1:" + host + "::1", "a" + host)).isTrue();
        }
        assertThat(offer("198.51.100.1", "b1")).isTrue();
        assertThat(next()).isEqualTo("a4 nothing");
        room.start();

        assertThat(next()).isEqualTo("a1 judged");
        assertThat(next()).isEqualTo("b1 judged");
        assertThat(next()).isEqualTo("a2 judged");
    }

    @Test
    void in_a_full_line_whoever_has_most_makes_room_and_is_told() throws Exception {
        for (int i = 1; i <= 4; i++) {
            assertThat(offer(1, "a" + i)).isTrue();
        }
        assertThat(offer(1, "a5")).isFalse();
        assertThat(figures.all()).containsEntry("proposals_waiting", 4L);
        assertThat(offer(2, "b1")).isTrue();

        assertThat(next()).startsWith("a").endsWith(" nothing");
        assertThat(figures.all()).containsEntry("proposals_waiting", 4L);
    }

    @Test
    void what_goes_wrong_with_one_block_is_told_and_keeps_none_of_the_others_waiting() throws Exception {
        room.start();
        assertThat(offer(1, "a1", () -> {
                    throw new StackOverflowError();
                }))
                .isTrue();
        assertThat(next()).isEqualTo("a1 nothing");
        Supplier<Judgement> good = () -> new Judgement.Unusable("no");
        assertThat(room.offer(Senders.at(1), good, judgement -> {
                    told.add("thrown");
                    throw new IllegalStateException("a bug");
                }))
                .isTrue();
        assertThat(next()).isEqualTo("thrown");
        assertThat(offer(1, "a2")).isTrue();

        assertThat(next()).isEqualTo("a2 judged");
        assertThat(figures.total(Count.PROPOSALS_FAILED)).isEqualTo(2);
    }

    @Test
    void nothing_is_taken_once_it_is_closed() {
        room.start();
        room.close();

        assertThat(offer(1, "a1")).isFalse();
    }

    private void offerAgainAndAgain(int host, String name, int turn) {
        boolean ignored = room.offer(Senders.at(host), judging(name), judgement -> {
            if (turn < TURNS) {
                offerAgainAndAgain(host, name, turn + 1);
            }
            tell(name + turn, judgement);
        });
    }

    private boolean offer(int host, String name) {
        return offer(host, name, judging(name));
    }

    private Supplier<Judgement> judging(String name) {
        return () -> {
            clock.addAndGet(COST_NANOS);
            return new Judgement.Unusable(name);
        };
    }

    private boolean offer(String from, String name) {
        return room.offer(Senders.at(from), judging(name), judgement -> tell(name, judgement));
    }

    private boolean offer(int host, String name, Supplier<Judgement> judging) {
        return room.offer(Senders.at(host), judging, judgement -> tell(name, judgement));
    }

    private void tell(String name, Optional<Judgement> judgement) {
        told.add(name + (judgement.isPresent() ? " judged" : " nothing"));
    }

    private String next() throws InterruptedException {
        return Optional.ofNullable(told.poll(30, TimeUnit.SECONDS)).orElse("nobody was told");
    }
}
