package org.motherlode.ra.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.motherlode.model.ban.Ban;
import org.motherlode.model.ban.BanSubject;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;
import org.motherlode.ra.statistics.Figures;

/** Bans that are known elsewhere are brought here every few seconds, tens of thousands of them. */
class BanMirrorTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final InetAddress FREE = House.address("203.0.113.1");

    private final BanBook book = book();

    private BanBook book() {
        try {
            return new BanBook(BanSettings.of(Settings.parse("")), () -> NOW, new Figures());
        } catch (SettingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void what_is_new_elsewhere_holds_here_and_what_is_gone_there_is_gone_here() {
        book.mirror(List.of(ban("192.0.2.1", 1), ban("192.0.2.2", 1)), NOW);
        book.mirror(List.of(ban("192.0.2.2", 2), ban("192.0.2.3", 1)), NOW);

        assertThat(book.of(House.address("192.0.2.1"))).isEmpty();
        assertThat(book.of(House.address("192.0.2.2"))).map(Ban::times).contains(2);
        assertThat(book.of(House.address("192.0.2.3"))).isPresent();
        assertThat(book.size()).isEqualTo(2);
    }

    @Test
    void what_came_later_or_is_not_stored_yet_stays() {
        book.impose(ban("192.0.2.1", 1));
        book.make(BanSubject.parse("192.0.2.2").orElseThrow(), "wrong hashes", "node 7");
        book.mirror(List.of(), NOW.minusSeconds(1));
        assertThat(book.of(House.address("192.0.2.1"))).isPresent();
        book.mirror(List.of(), NOW);

        assertThat(book.of(House.address("192.0.2.1"))).isEmpty();
        assertThat(book.of(House.address("192.0.2.2"))).isPresent();
    }

    /** With each of them another thread asks as each connection does that comes. */
    @Test
    void nobody_waits_at_the_door_while_they_are_looked_through() {
        List<Ban> all = List.of(ban("192.0.2.1", 1), ban("192.0.2.2", 1), ban("192.0.2.3", 1));
        List<Optional<Ban>> answers = new ArrayList<>();
        book.mirror(all.subList(0, 1), NOW);
        book.mirror(
                new Watched(all, () -> {
                    answers.add(CompletableFuture.supplyAsync(() -> book.of(FREE))
                            .completeOnTimeout(Optional.of(all.get(0)), 10, TimeUnit.SECONDS)
                            .join());
                }),
                NOW);

        assertThat(answers).hasSize(3).containsOnly(Optional.empty());
        assertThat(book.size()).isEqualTo(3);
    }

    /** Tells of each that is looked at. */
    private static final class Watched extends AbstractCollection<Ban> {
        private final List<Ban> all;
        private final Runnable looked;

        Watched(List<Ban> all, Runnable looked) {
            this.all = all;
            this.looked = looked;
        }

        @Override
        public Iterator<Ban> iterator() {
            return all.stream().peek(ban -> looked.run()).iterator();
        }

        @Override
        public int size() {
            return all.size();
        }
    }

    private static Ban ban(String address, int times) {
        BanSubject subject = BanSubject.parse(address).orElseThrow();
        return new Ban(subject, NOW, NOW.plus(Duration.ofHours(1)), times, "floods us", "olga");
    }
}
