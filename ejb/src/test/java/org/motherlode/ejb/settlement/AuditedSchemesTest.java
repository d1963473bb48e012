package org.motherlode.ejb.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.postgres.Migrations;
import org.motherlode.model.audit.AuditLine;
import org.motherlode.model.audit.BlockAudit;
import org.motherlode.model.ledger.AccountKind;
import org.motherlode.model.settlement.Stage;

/** Bundles of blocks of every scheme, in the eyes of the verifier. Every block is found by {@code a}. */
class AuditedSchemesTest {
    private static final EmbeddedPostgres POSTGRES = EmbeddedPostgres.temporary();
    private static final List<String> MINERS = List.of("zoe", "Bob", "eve", "Zed", "ida");
    private static final BigInteger REWARD = new BigInteger("613456789013");
    private static final BigInteger SIZE = BigInteger.valueOf(20_011);
    private static final String ALL_HOLDS = "All of it holds.";
    private static final String NOT_ALL = "Not all of it holds.";
    private static int pools = 700;

    @BeforeAll
    static void migrate() {
        Migrations.run(POSTGRES);
    }

    @AfterAll
    static void end() {
        POSTGRES.close();
    }

    @Test
    void finder_and_gift_without_a_share_have_lines_in_order() {
        AuditedPool pool = pool(Map.of("window.percent", "100", "finder-bonus.basis-points", "250"));
        long block = mine(pool.pool(), Optional.of(REWARD));
        pool.pool().settle();

        assertThat(pool.lines(block))
                .extracting(AuditLine::owner)
                .containsExactly("Bob", "Zed", "a", "eve", "gift", "ida", "zoe");
        assertThat(pool.lines(block))
                .filteredOn(line -> line.weight().signum() == 0)
                .extracting(AuditLine::owner)
                .containsExactly("a", "gift");
        assertThat(pool.credits(block)).isEqualTo(pool.pool().miners(AccountKind.MINER_IMMATURE));
        assertThat(pool.division(block).gifts().bonus())
                .isEqualTo(pool.credits(block).get("a"));
        assertThat(pool.division(block).gifts().donation())
                .isEqualTo(pool.credits(block).get("gift"));
        holds(pool, block);

        pool.pool().becomes(block, "MATURE", Optional.of(REWARD.add(BigInteger.valueOf(986))));
        pool.pool().settle();
        assertThat(pool.credits(block)).isEqualTo(pool.pool().miners(AccountKind.MINER_PAYABLE));
        holds(pool, block);
    }

    @Test
    void a_gift_to_a_miner_and_a_finder_with_shares_add_to_their_parts() {
        AuditedPool pool =
                pool(Map.of("window.percent", "100", "finder-bonus.basis-points", "777", "donation.address", "eve"));
        pool.pool().share("eve", BigInteger.valueOf(300));
        pool.pool().share("a", BigInteger.valueOf(101));
        long block = pool.pool().block(SIZE, Optional.of(REWARD));
        pool.pool().settle();

        assertThat(pool.lines(block)).extracting(AuditLine::owner).containsExactly("a", "eve");
        assertThat(pool.toldOfLine(block, "eve"))
                .anyMatch(line -> line.endsWith("of finder's bonus and donation beside it"));
        holds(pool, block);
    }

    @Test
    void before_a_reward_is_known_only_weights_have_lines() {
        AuditedPool pool = pool(Map.of("window.percent", "100", "finder-bonus.basis-points", "250"));
        long block = mine(pool.pool(), Optional.empty());
        pool.pool().run(block, Stage.ALLOT);
        assertThat(pool.lines(block)).hasSize(MINERS.size());
        holds(pool, block);

        pool.pool().becomes(block, "MATURE", Optional.of(REWARD));
        pool.pool().settle();
        assertThat(pool.lines(block)).hasSize(MINERS.size() + 2);
        holds(pool, block);
    }

    @Test
    void a_window_of_shares_holds_full_and_unfilled() {
        for (String shares : List.of("17", "100")) {
            for (String unfilled : List.of("scale", "carry")) {
                AuditedPool pool = pool(Map.of("window.shares", shares, "window.unfilled", unfilled));
                long block = mine(pool.pool(), Optional.of(REWARD));
                pool.pool().settle();

                BlockAudit.Window window = pool.audit(block).orElseThrow().window();
                assertThat(window.extent().unit()).isEqualTo(BlockAudit.Unit.SHARES);
                assertThat(window.weight()).isGreaterThan(window.extent().filled());
                holds(pool, block);
                String export = pool.shares(block);
                String second = export.lines().skip(3).findFirst().orElseThrow();
                assertThat(pool.told(block, Optional.of(export.replace(second + "\n", ""))))
                        .endsWith(NOT_ALL);
            }
        }
    }

    @Test
    void a_round_holds_by_the_shares_after_the_block_before() {
        AuditedPool pool = pool(Map.of("scheme", "prop"));
        long first = mine(pool.pool(), Optional.of(REWARD));
        long second = mine(pool.pool(), Optional.of(REWARD));
        pool.pool().settle();

        assertThat(pool.audit(first).orElseThrow().window().extent().previous()).isEmpty();
        assertThat(pool.audit(second).orElseThrow().window().extent().previous())
                .map(BlockAudit.Previous::block)
                .contains(first);
        holds(pool, first);
        holds(pool, second);
        String export = pool.shares(second);
        assertThat(export.lines()).as("what was before the round too").hasSizeGreaterThan(70);
        String newest = export.lines().skip(2).findFirst().orElseThrow();
        assertThat(pool.told(second, Optional.of(export.replace(newest + "\n", ""))))
                .endsWith(NOT_ALL);
    }

    @Test
    void an_export_of_a_round_has_what_lies_between_the_block_before_and_the_oldest_share() {
        AuditedPool pool = pool(Map.of("scheme", "prop"));
        Instant begin = Instant.parse("2026-03-01T00:00:00Z");
        pool.pool().share("zoe", BigInteger.TEN, begin);
        pool.pool().block(SIZE, Optional.of(REWARD));
        pool.pool().share("eve", BigInteger.ONE, begin.plusSeconds(10 * 86_400));
        long block = pool.pool().block(SIZE, Optional.of(REWARD));
        pool.pool().settle();

        assertThat(pool.shares(block).lines()).hasSize(3).last().asString().contains(",zoe,10");
        holds(pool, block);
    }

    @Test
    void a_block_of_ones_own_needs_no_share() {
        AuditedPool pool = pool(Map.of("scheme", "solo"));
        long block = mine(pool.pool(), Optional.of(REWARD));
        pool.pool().settle();

        assertThat(pool.lines(block)).extracting(AuditLine::owner).containsExactly("a", "gift");
        assertThat(pool.told(block, Optional.of(pool.shares(block))))
                .anyMatch(line -> line.endsWith("no share has any: the shares were not summed"));
        holds(pool, block);
    }

    private static void holds(AuditedPool pool, long block) {
        assertThat(pool.told(block, Optional.of(pool.shares(block)))).endsWith(ALL_HOLDS);
        List<AuditLine> lines = pool.lines(block);
        assertThat(lines).hasSize(pool.audit(block).orElseThrow().window().owners());
        assertThat(lines).isNotEmpty().extracting(AuditLine::owner).isSorted();
        for (AuditLine line : lines) {
            assertThat(pool.toldOfLine(block, line.owner())).endsWith(ALL_HOLDS);
        }
    }

    /** With a fee of 1 % and a donation of half a percent, to {@code gift} unless the settings say otherwise. */
    private static AuditedPool pool(Map<String, String> scheme) {
        Map<String, String> settings = new TreeMap<>(Map.of("donation.basis-points", "50", "donation.address", "gift"));
        settings.putAll(scheme);
        pools++;
        return new AuditedPool(new SettledPool(POSTGRES.appDataSource(), pools, settings), POSTGRES.appDataSource());
    }

    private static long mine(SettledPool pool, Optional<BigInteger> reward) {
        for (int index = 0; index < 40; index++) {
            pool.share(MINERS.get(index * 3 % MINERS.size()), BigInteger.valueOf(700 + 37L * index * index % 991));
        }
        return pool.block(SIZE, reward);
    }
}
