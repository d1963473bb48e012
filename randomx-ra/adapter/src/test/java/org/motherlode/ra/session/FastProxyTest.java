package org.motherlode.ra.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.model.pool.Settings;
import org.motherlode.ra.fixture.PlainDialect;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.guard.Ask;
import org.motherlode.ra.guard.Gatehouse;
import org.motherlode.ra.guard.GuardSettings;
import org.motherlode.ra.guard.Visitor;

/** Many machines behind one connection on a port that is far too easy for them. */
class FastProxyTest {
    /** 2,560 shares a second of the first job. */
    private static final long HASHES_PER_MILLI = 10_485;

    /** Until the last machine has a job that we send. */
    private static final long WAY_MILLIS = 300;

    private record Work(String id, long difficulty, long knownAt) {}

    @TempDir
    Path folder;

    private final List<Work> works = new ArrayList<>();
    private SessionStage stage;

    @BeforeEach
    void logIn() throws Exception {
        stage = new SessionStage(folder, new PlainDialect(), PlainTemplate.at(10), "");
        Gatehouse guard = new Gatehouse(
                GuardSettings.of(Settings.parse("")), () -> Instant.ofEpochMilli(stage.now), stage.figures, "node 0");
        Visitor strict = guard.arrive(InetAddress.getByName("192.0.2.1"), () -> {})
                .fold(visitor -> visitor, refused -> {
                    throw new IllegalStateException("the first one is let in");
                });
        stage.visitor.rule = strict::may;
        stage.visitor.talk = strict::maySay;
        stage.say("1 login miner1 x");
        works.add(new Work("5e551", 4_096, 0));
        stage.wire.takeLines();
    }

    @Test
    void is_given_harder_work_before_it_has_sent_too_much() {
        long hashes = 0;
        for (int milli = 0; milli < 3_000; milli++) {
            stage.now = milli;
            Work work = atHand(milli);
            for (hashes += HASHES_PER_MILLI; hashes >= work.difficulty(); hashes -= work.difficulty()) {
                stage.say("7 submit 5e55 " + work.id() + " %08x".formatted(hashes));
            }
            note(milli + WAY_MILLIS);
            assertThat(stage.wire.ended).as("after %d ms", milli).isFalse();
        }

        assertThat(works.get(works.size() - 1).difficulty()).isGreaterThanOrEqualTo(64 * 4_096);
    }

    @Test
    void shares_beyond_every_bound_end_the_connection_all_the_same() {
        stage.visitor.forbidden.add(Ask.OWN_SUBMIT);
        for (int i = 0; i < 1_000; i++) {
            stage.say("7 submit 5e55 5e551 %08x".formatted(i));
        }
        stage.wire.takeLines();

        assertThat(stage.wire.ended).isTrue();
    }

    private Work atHand(long now) {
        return works.stream()
                .filter(work -> work.knownAt() <= now)
                .reduce((older, newer) -> newer)
                .orElseThrow();
    }

    private void note(long knownAt) {
        for (String line : stage.wire.takeLines()) {
            String[] words = line.split(" ", -1);
            if (words[1].equals("job")) {
                works.add(new Work(words[3], Long.parseLong(words[5]), knownAt));
            }
        }
    }
}
