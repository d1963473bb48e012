package org.motherlode.bench.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;

class ReadingsTest {
    @Test
    void processor_time_is_counted_by_owner_and_the_rest_is_others() {
        Map<Long, String> owners = Map.of(1L, "postgres", 2L, "postgres", 3L, "server");
        ProcessorTime earlier = new ProcessorTime(Map.of(1L, 1_000_000_000L, 3L, 5_000_000_000L), owners, 0);
        ProcessorTime later = new ProcessorTime(
                Map.of(1L, 2_000_000_000L, 2L, 500_000_000L, 3L, 6_000_000_000L), owners, 4_000_000_000L);

        Map<String, Double> seconds = later.since(earlier);

        assertThat(seconds).containsOnlyKeys("postgres", "server", "others");
        assertThat(seconds.get("postgres")).isCloseTo(1.5, within(1e-9));
        assertThat(seconds.get("server")).isCloseTo(1.0, within(1e-9));
        assertThat(seconds.get("others")).isCloseTo(1.5, within(1e-9));
    }

    @Test
    void this_process_is_the_generator() throws IOException {
        ProcessorTime now = ProcessorTime.now(Map.of());

        assertThat(now.owners().values()).containsExactly("generator");
        assertThat(now.machineNanos()).isPositive();
    }

    /** As recorded of OpenJDK 17.0.15 and of Temurin 25. */
    @Test
    void the_heap_is_read_from_the_words_of_both_jdks() {
        for (String words : List.of(
                " garbage-first heap   total 102400K, used 4797K [0x00000000f9c00000, 0x0000000100000000)",
                "garbage-first heap   total reserved 204800K, committed 102400K, used 4797K [0x00000000f9c00000, ")) {
            Matcher heap = ServerMemory.HEAP.matcher(words);

            assertThat(heap.find()).as(words).isTrue();
            assertThat(heap.group(1)).isEqualTo("102400");
            assertThat(heap.group(2)).isEqualTo("4797");
        }
    }

    @Test
    void memory_is_read_in_mebibytes() throws IOException {
        List<String> lines =
                List.of("Name:\tjava", "VmHWM:\t 2097152 kB", "VmRSS:\t 1048576 kB", "RssAnon:\t 524288 kB");

        assertThat(ResidentMemory.read(lines)).isEqualTo(new ResidentMemory(1024, 2048, 512));
        assertThatThrownBy(() -> ResidentMemory.read(List.of("Name:\tjava")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("VmRSS");
    }
}
