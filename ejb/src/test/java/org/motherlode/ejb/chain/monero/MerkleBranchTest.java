package org.motherlode.ejb.chain.monero;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motherlode.model.bytes.Octets;

class MerkleBranchTest {
    /** The root that monerod computed for a template with three transactions. */
    @Test
    void four_leaves_have_the_root_of_the_recorded_template() {
        var vector = Recorded.file("vector_tree_4_leaves");
        List<byte[]> others = vector.getJsonArray("tx_hashes").getValuesAs(JsonString.class).stream()
                .map(text -> Octets.ofHex(text.getString()).toBytes())
                .toList();

        byte[] root = MerkleBranch.besides(others)
                .root(Octets.ofHex(vector.getString("miner_tx_hash")).toBytes());

        assertThat(Octets.of(root).hex()).isEqualTo(vector.getString("tree_root"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 17, 31, 33, 100, 255, 257})
    void the_branch_leads_to_the_root_of_the_whole_tree(int leaves) {
        List<byte[]> all = new ArrayList<>();
        for (int i = 0; i < leaves; i++) {
            all.add(Keccak.hash(new byte[] {(byte) i, (byte) (i >> 8)}));
        }

        byte[] root = MerkleBranch.besides(all.subList(1, leaves)).root(all.get(0));

        assertThat(root).isEqualTo(wholeTree(all));
    }

    /** The definition, without a branch. */
    private static byte[] wholeTree(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int slots = 1;
        while (slots * 2 < leaves.size()) {
            slots *= 2;
        }
        int kept = 2 * slots - leaves.size();
        List<byte[]> level = new ArrayList<>(leaves.subList(0, kept));
        for (int i = kept; i < leaves.size(); i += 2) {
            level.add(Keccak.hash(leaves.get(i), leaves.get(i + 1)));
        }
        return wholeTree(level);
    }
}
