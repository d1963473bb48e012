package org.motherlode.model.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.motherlode.model.bytes.Octets;

/** Against merkle-vectors.txt, made by merkle-vectors.py beside it. */
class MerkleTreeTest {
    @Test
    void roots_and_paths_are_those_of_rfc_6962() throws IOException {
        List<String> vectors = vectors();

        assertThat(vectors).hasSize(18 + 17 * 18 / 2);
        for (String vector : vectors) {
            List<String> words = List.of(vector.split(" ", -1));
            int size = Integer.parseInt(words.get(1));
            MerkleTree tree = MerkleTree.of(lines(size));
            assertThat(tree.size()).isEqualTo(size);
            if (words.get(0).equals("root")) {
                assertThat(tree.root().hex()).as(vector).isEqualTo(words.get(2));
            } else {
                int index = Integer.parseInt(words.get(2));
                assertThat(tree.path(index))
                        .extracting(Octets::hex)
                        .as(vector)
                        .isEqualTo(words.subList(3, words.size()));
            }
        }
    }

    @Property(seed = "20261122", tries = 300)
    void a_path_leads_from_its_line_to_the_root_and_from_no_other(
            @ForAll @IntRange(min = 1, max = 200) int size, @ForAll int any, @ForAll int other) {
        List<String> lines = lines(size);
        int index = Math.floorMod(any, size);
        int wrong = Math.floorMod(other, size);
        MerkleTree tree = MerkleTree.of(lines);
        List<Octets> path = tree.path(index);

        assertThat(MerkleTree.root(lines.get(index), index, size, path)).isEqualTo(tree.root());
        assertThat(MerkleTree.root(lines.get(index) + "0", index, size, path)).isNotEqualTo(tree.root());
        if (wrong != index) {
            assertThat(MerkleTree.root(lines.get(wrong), index, size, path)).isNotEqualTo(tree.root());
        }
        if (!path.isEmpty()) {
            List<Octets> changed = new ArrayList<>(path);
            int step = Math.floorMod(other, path.size());
            changed.set(step, path.get(step).with(0, Octets.of((byte)
                    (path.get(step).at(0) + 1))));
            assertThat(MerkleTree.root(lines.get(index), index, size, changed)).isNotEqualTo(tree.root());
        }
    }

    @Test
    void a_path_of_another_length_is_refused() {
        MerkleTree tree = MerkleTree.of(lines(5));
        List<Octets> path = tree.path(1);

        assertThatThrownBy(() -> MerkleTree.root(lines(5).get(1), 1, 5, path.subList(0, 2)))
                .hasMessage("the path ends after 2 hashes, below the root");
        assertThatThrownBy(() -> MerkleTree.root(lines(5).get(1), 4, 5, path))
                .hasMessage("the path has 3 hashes, and the root is reached after 1");
        assertThatThrownBy(() -> MerkleTree.root(lines(5).get(1), 5, 5, path))
                .hasMessage("of 5 lines none has the index 5");
        assertThatThrownBy(() -> tree.path(5)).hasMessage("there are 5 lines, and none has the index 5");
    }

    /** So that two children cannot be passed off as a line. */
    @Test
    void leaf_and_node_have_different_domains() {
        MerkleTree two = MerkleTree.of(lines(2));
        byte[] children =
                concatenated(two.path(1).get(0).toBytes(), two.path(0).get(0).toBytes());

        assertThat(MerkleTree.of(List.of(new String(children, StandardCharsets.ISO_8859_1)))
                        .root())
                .isNotEqualTo(two.root());
    }

    private static byte[] concatenated(byte[] left, byte[] right) {
        byte[] both = Arrays.copyOf(left, left.length + right.length);
        System.arraycopy(right, 0, both, left.length, right.length);
        return both;
    }

    private static List<String> lines(int size) {
        return IntStream.range(0, size)
                .mapToObj(index -> new AuditLine(
                        String.format("owner%02d", index),
                        BigInteger.valueOf(index + 1L),
                        BigInteger.TEN.pow(index),
                        BigInteger.ZERO))
                .map(AuditLine::leaf)
                .toList();
    }

    private static List<String> vectors() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(MerkleTreeTest.class.getResourceAsStream("merkle-vectors.txt")),
                StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        }
    }
}
