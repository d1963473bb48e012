package org.motherlode.pow.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessorsTest {
    private static final int PRESENT = 8;

    @TempDir
    Path root;

    @Test
    void without_a_quota_all_that_are_present_count() throws IOException {
        write("proc/self/cgroup", "0::/pools/one\n");
        write("sys/fs/cgroup/pools/one/cpu.max", "max 100000\n");

        assertThat(allowed()).isEqualTo(PRESENT);
    }

    @Test
    void a_part_of_a_processor_counts_for_none() throws IOException {
        write("proc/self/cgroup", "0::/\n");
        write("sys/fs/cgroup/cpu.max", "250000 100000\n");

        assertThat(allowed()).isEqualTo(2);
    }

    @Test
    void less_than_one_is_one() throws IOException {
        write("proc/self/cgroup", "0::/\n");
        write("sys/fs/cgroup/cpu.max", "50000 100000\n");

        assertThat(allowed()).isEqualTo(1);
    }

    @Test
    void a_quota_beyond_the_machine_adds_nothing() throws IOException {
        write("proc/self/cgroup", "0::/\n");
        write("sys/fs/cgroup/cpu.max", "6400000 100000\n");

        assertThat(allowed()).isEqualTo(PRESENT);
    }

    @Test
    void the_narrowest_of_the_groups_decides() throws IOException {
        write("proc/self/cgroup", "0::/pools/one\n");
        write("sys/fs/cgroup/pools/one/cpu.max", "500000 100000\n");
        write("sys/fs/cgroup/pools/cpu.max", "300000 100000\n");

        assertThat(allowed()).isEqualTo(3);
    }

    /** As docker does on a host with version 1: the path of the group is the host's, the mounted folder the container's. */
    @Test
    void in_a_container_of_version_one_the_mounted_folder_is_its_own() throws IOException {
        write("proc/self/cgroup", "4:cpu,cpuacct:/docker/3f1c\n3:memory:/docker/3f1c\n");
        write("sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us", "400000\n");
        write("sys/fs/cgroup/cpu,cpuacct/cpu.cfs_period_us", "200000\n");

        assertThat(allowed()).isEqualTo(2);
    }

    @Test
    void version_one_says_minus_one_where_there_is_no_quota() throws IOException {
        write("proc/self/cgroup", "4:cpu:/pools\n");
        write("sys/fs/cgroup/cpu/pools/cpu.cfs_quota_us", "-1\n");
        write("sys/fs/cgroup/cpu/pools/cpu.cfs_period_us", "100000\n");

        assertThat(allowed()).isEqualTo(PRESENT);
    }

    @Test
    void this_machine_has_one_at_least() {
        assertThat(Processors.available()).isBetween(1, Runtime.getRuntime().availableProcessors());
    }

    private int allowed() {
        return Processors.below(root).of(PRESENT);
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.resolveSibling("."));
        Files.writeString(path, text);
    }
}
