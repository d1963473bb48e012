package org.motherlode.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.bench.attack.AttackBench;
import org.motherlode.bench.attack.AttackSettings;
import org.motherlode.bench.house.AdapterFigures;
import org.motherlode.bench.house.House;
import org.motherlode.bench.house.HouseSettings;
import org.motherlode.bench.load.Load;
import org.motherlode.bench.report.Outcome;
import org.motherlode.ctl.work.Steps;
import org.motherlode.randomx.Preferences;
import org.motherlode.randomx.RandomX;

/**
 * Fifty attackers, each in a network of its own, send a hundred shares a second that nobody has hashed, and come back whenever they
 * are cut, beside honest miners who use half of what the server can hash; twice, others the second time. How long honest miners
 * wait is measured by the bench (docs/performance.md); here no time is judged, only what honest miners lose, and how many lies the
 * server hashes.
 */
@Tag("long")
@Timeout(1_800)
class LongAttackTest {
    private static final int ATTACKERS = 50;
    private static final int PER_SECOND = 100;
    private static final int SECONDS = 20;
    private static final int WAVES = 2;

    /** What {@code ban-wrong-only} and {@code unproven-in-flight} let one address have looked at. */
    private static final int LIES_EACH = 5 + 8;

    @TempDir
    Path folder;

    private final RandomX randomX = RandomX.open(Preferences.none());

    @Test
    void honest_miners_lose_no_share_and_hardly_a_lie_is_hashed() throws Exception {
        Steps steps = new Steps(new PrintWriter(System.out, true, StandardCharsets.UTF_8), InstantSource.system());
        HouseSettings guarded = HouseSettings.still(2).withBound("exempt-loopback", "false");
        try (House house = new House(BenchSite.in(folder), guarded)) {
            house.open();
            AttackSettings settings =
                    new AttackSettings("attack", 20, new Load(2, 50), ATTACKERS, PER_SECOND, SECONDS, 2);
            Outcome outcome = new AttackBench(house, randomX, settings, steps).run();

            assertThat(outcome.verdict()).contains(" 0 honest shares lost");
            assertThat(count(outcome, "honest connections ended")).isZero();
            assertThat(count(outcome, "bad shares sent")).isGreaterThan(ATTACKERS * PER_SECOND * SECONDS / 4);
            assertThat(AdapterFigures.of(house.server()).read("hashes_repeated"))
                    .isBetween((long) WAVES * ATTACKERS, (long) WAVES * ATTACKERS * LIES_EACH);
        }
    }

    private static long count(Outcome outcome, String what) {
        return outcome.summary().rows().stream()
                .filter(row -> row.get(0).equals(what))
                .mapToLong(row -> Long.parseLong(row.get(1)))
                .findFirst()
                .orElseThrow();
    }
}
