package org.motherlode.pow.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryBudgetTest {
    private static final long GIB = 1L << 30;

    @TempDir
    Path root;

    @BeforeEach
    void eight_gibibytes_are_available() throws IOException {
        write("proc/meminfo", "MemTotal: 16777216 kB\nMemAvailable: 8388608 kB\n");
        write("proc/self/cgroup", "0::/pools/one\n");
    }

    @Test
    void without_limits_the_machine_decides() throws IOException {
        write("sys/fs/cgroup/pools/one/memory.max", "max\n");

        assertThat(budget().room()).isEqualTo(new Room(8 * GIB, "MemAvailable"));
    }

    @Test
    void the_limit_of_a_group_above_counts_too() throws IOException {
        write("sys/fs/cgroup/pools/memory.max", Long.toString(3 * GIB));
        write("sys/fs/cgroup/pools/memory.current", Long.toString(2 * GIB));

        assertThat(budget().room().bytes()).isEqualTo(GIB);
        assertThatThrownBy(() -> budget().demand(2 * GIB, "fast mode"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("fast mode needs 2048 MiB, but only 1024 MiB are available")
                .hasMessageContaining("pools/memory.max");
    }

    @Test
    void files_that_can_be_dropped_do_not_count_as_used() throws IOException {
        write("sys/fs/cgroup/pools/one/memory.max", Long.toString(4 * GIB));
        write("sys/fs/cgroup/pools/one/memory.current", Long.toString(3 * GIB));
        write("sys/fs/cgroup/pools/one/memory.stat", "anon 1\ninactive_file " + GIB + "\n");

        assertThat(budget().room().bytes()).isEqualTo(2 * GIB);
    }

    @Test
    void a_group_that_is_over_its_limit_has_no_room() throws IOException {
        write("sys/fs/cgroup/memory.max", "100\n");
        write("sys/fs/cgroup/memory.current", "200\n");

        assertThat(budget().room().bytes()).isZero();
    }

    @Test
    void limits_of_the_first_version_count_as_well() throws IOException {
        write("proc/self/cgroup", "5:memory:/docker/3f1c\n");
        write("sys/fs/cgroup/memory/memory.limit_in_bytes", Long.toString(4 * GIB));
        write("sys/fs/cgroup/memory/memory.usage_in_bytes", Long.toString(2 * GIB));
        write("sys/fs/cgroup/memory/memory.stat", "inactive_file 1\ntotal_inactive_file " + GIB + "\n");

        assertThat(budget().room().bytes()).isEqualTo(3 * GIB);
        assertThat(budget().room().source()).endsWith("memory/memory.limit_in_bytes");
    }

    /** 2^63 less a page is how version 1 says that there is no limit. */
    @Test
    void a_limit_beyond_all_memory_is_none() throws IOException {
        write("proc/self/cgroup", "5:memory:/\n");
        write("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");

        assertThat(budget().room()).isEqualTo(new Room(8 * GIB, "MemAvailable"));
    }

    @Test
    void this_machine_has_some_memory() {
        assertThat(MemoryBudget.ofThisMachine().room().bytes()).isBetween(1L, 1L << 50);
    }

    private MemoryBudget budget() {
        return MemoryBudget.below(root);
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.resolveSibling("."));
        Files.writeString(path, text);
    }
}
