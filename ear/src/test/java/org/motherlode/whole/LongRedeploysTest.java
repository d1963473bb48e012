package org.motherlode.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.ctl.demo.DemoMiner;
import org.motherlode.ctl.process.Waiting;

/**
 * Ten redeploys of the EAR in one server while miners mine: what stays of old deployments does not become more. The server
 * lets go of some only minutes later, five copies at the most were seen.
 */
@Tag("long")
@Timeout(3_600)
class LongRedeploysTest {
    private static final System.Logger LOG = System.getLogger(LongRedeploysTest.class.getName());
    private static final int REDEPLOYS = 10;
    /**
     * The timer thread of PostgreSQL's driver is started by the first query that has a time-out, and on a JDK with a security
     * manager it remembers for whom: the first deployment stays, no other does.
     */
    private static final int HELD_BY_THE_DRIVER = 1;

    private static final int SOME = 3;
    private static final long SLACK = 4;
    /** The server's own executors start threads up to their bounds. */
    private static final long POOLS_FILL = 30;

    private static final long LIGHT_CACHE_KIBIBYTES = 256 * 1024;
    private static final Duration CLEANING = Duration.ofMinutes(1);
    /** What is held only softly shall go as soon as it can, for it is no leak. */
    private static final Map<String, String> EAGER = Map.of("JDK_JAVA_OPTIONS", "-XX:SoftRefLRUPolicyMSPerMB=0");

    @TempDir
    Path folder;

    private MoneroStage stage;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        stage = new MoneroStage(folder, EAGER);
    }

    @AfterEach
    void end() {
        stage.close();
    }

    @Test
    void a_redeployed_ear_leaves_nothing_behind() throws Exception {
        JvmProbe probe = new JvmProbe(stage.pool().server().pid());
        List<Footprint> after = new ArrayList<>();
        try (DemoMiner amy = stage.amy();
                DemoMiner bob = stage.bob()) {
            moreShares();
            for (int redeploy = 1; redeploy <= REDEPLOYS; redeploy++) {
                stage.redeploy();
                moreShares();
                after.add(cleaned(probe));
                LOG.log(System.Logger.Level.INFO, "after redeploy " + redeploy + ": " + after.get(after.size() - 1));
            }
            assertThat(amy.isAlive() && bob.isAlive()).isTrue();
        }
        assertThat(growth(after, Footprint::deployments))
                .as("copies of the EAR")
                .isNotPositive();
        assertThat(growth(after, Footprint::ourThreads)).as("our threads").isLessThan(SLACK);
        assertThat(growth(after, Footprint::descriptors)).as("descriptors").isLessThan(SLACK);
        assertThat(growth(after, Footprint::threads)).as("all threads").isLessThan(POOLS_FILL);
        assertThat(growth(after, Footprint::nativeKibibytes)).as("native KiB").isLessThan(LIGHT_CACHE_KIBIBYTES / 2);
    }

    /** From the worst of the first three to the best of the last three: what leaks with each redeploy leaks five times. */
    private static long growth(List<Footprint> all, ToLongFunction<Footprint> figure) {
        long first = all.stream().limit(SOME).mapToLong(figure).max().orElseThrow();
        long last = all.stream().skip(all.size() - SOME).mapToLong(figure).min().orElseThrow();
        return last - first;
    }

    private void moreShares() throws IOException, InterruptedException {
        long before = stage.books().shares();
        MoneroStage.await("shares of this deployment", () -> stage.books().shares() >= before + 5);
    }

    /** The server lets go of an old deployment a moment after the new one is up. */
    private static Footprint cleaned(JvmProbe probe) throws IOException, InterruptedException {
        List<Footprint> seen = new ArrayList<>();
        Waiting.until(CLEANING, () -> {
            seen.add(probe.footprint());
            return seen.get(seen.size() - 1).holdsAtMost(1 + HELD_BY_THE_DRIVER);
        });
        return seen.get(seen.size() - 1);
    }
}
