package org.motherlode.ejb.chain.opensy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.motherlode.model.block.BlockRef;
import org.motherlode.model.chain.BlockFate;
import org.motherlode.model.chain.Chain;

/** What became of blocks, on the stand-in. */
@Timeout(60)
class OpensydWatchTest {
    private OpenSyNode node;
    private Chain chain;

    @BeforeEach
    void start() throws Exception {
        node = StandIns.started(StandInPow.quick());
        chain = StandIns.chain(node);
    }

    @AfterEach
    void stop() {
        chain.close();
        node.close();
    }

    @Test
    void a_block_is_pending_until_the_wallet_can_spend_it() throws Exception {
        mine(1);
        BlockRef block = tip();

        assertThat(chain.watch().fate(block)).isEqualTo(new BlockFate.Pending(1, 101));
        mine(99);
        assertThat(chain.watch().fate(block)).isEqualTo(new BlockFate.Pending(100, 101));
        mine(1);
        assertThat(chain.watch().fate(block)).isEqualTo(new BlockFate.Matured(OpenSy.qirsh(1_000_000_000_000L)));
        assertThat(chain.wallet().condition().spendable()).isEqualTo(OpenSy.qirsh(1_000_000_000_000L));
    }

    @Test
    void the_reward_of_a_later_block_is_what_it_paid() throws Exception {
        mine(150);
        BlockRef afterHalving = tip();
        mine(100);

        assertThat(afterHalving.height()).isEqualTo(150);
        assertThat(chain.watch().fate(afterHalving)).isEqualTo(new BlockFate.Matured(OpenSy.qirsh(500_000_000_000L)));
    }

    @Test
    void a_block_that_the_node_does_not_know_is_open() throws Exception {
        BlockRef next = new BlockRef(1, "ab".repeat(32));

        assertThat(chain.watch().fate(next))
                .isEqualTo(new BlockFate.Unknown("the node does not know it, and no block has its height"));
    }

    @Test
    void a_block_that_lost_its_place_is_orphaned_once_the_other_is_deep() throws Exception {
        mine(5);
        BlockRef ours = tip();
        node.chain().invalidate(ours.id());
        assertThat(chain.watch().fate(ours)).isInstanceOf(BlockFate.Unknown.class);
        mine(99);
        assertThat(chain.watch().fate(ours))
                .isInstanceOfSatisfying(BlockFate.Unknown.class, fate -> assertThat(fate.why())
                        .startsWith("it is not on the main chain; block ")
                        .endsWith("with 99 confirmations of 100"));
        mine(1);

        assertThat(chain.watch().fate(ours))
                .isInstanceOfSatisfying(BlockFate.Orphaned.class, fate -> assertThat(fate.why())
                        .endsWith(" has its height with 100 confirmations"));
    }

    @Test
    void an_id_at_another_height_is_not_our_block() throws Exception {
        mine(3);

        assertThat(chain.watch().fate(new BlockRef(2, tip().id())))
                .isEqualTo(new BlockFate.Unknown("the node has it at height 3, not at 2"));
    }

    private void mine(int blocks) throws Exception {
        node.mine(blocks, StandIns.address(StandIns.POOL));
    }

    private BlockRef tip() {
        return new BlockRef(node.chain().tip().height(), node.chain().tip().id());
    }
}
