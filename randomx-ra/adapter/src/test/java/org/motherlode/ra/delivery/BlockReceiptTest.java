package org.motherlode.ra.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlockReceiptTest {
    private final List<String> heard = new ArrayList<>();
    private final BlockReceipt receipt = new BlockReceipt(new Receipt() {
        @Override
        public void stored() {
            heard.add("stored");
        }

        @Override
        public void late() {
            heard.add("late");
        }
    });

    @Test
    void a_miner_hears_of_its_share_only_when_its_block_is_safe_too() {
        receipt.stored();
        assertThat(heard).isEmpty();
        receipt.blockKept();

        assertThat(heard).containsExactly("stored");
    }

    @Test
    void the_order_does_not_matter() {
        receipt.blockKept();
        assertThat(heard).isEmpty();
        receipt.stored();

        assertThat(heard).containsExactly("stored");
    }

    @Test
    void who_was_told_that_it_takes_too_long_hears_no_more() {
        receipt.late();
        receipt.blockKept();

        assertThat(heard).containsExactly("late");
    }
}
