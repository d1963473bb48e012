package org.motherlode.ejb.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.motherlode.model.block.BlockState;
import org.motherlode.model.settlement.Stage;

class NextStageTest {
    private static final Set<Stage> NONE = Set.of();

    @ParameterizedTest
    @EnumSource(names = {"IMMATURE", "MATURE"})
    void a_block_that_the_chain_has_is_divided_once_its_shares_are_complete(BlockState state) {
        assertThat(new NextStage(state, true, NONE, NONE).stage()).contains(Stage.ALLOT);
        assertThat(new NextStage(state, false, NONE, NONE).stage()).isEmpty();
    }

    /** Its node may have refused it: nobody is shown money of it. */
    @ParameterizedTest
    @EnumSource(names = {"FOUND", "ORPHANED"})
    void a_block_that_the_chain_does_not_have_is_not_divided(BlockState state) {
        assertThat(new NextStage(state, true, NONE, NONE).stage()).isEmpty();
    }

    @Test
    void what_has_begun_comes_to_its_end_whatever_the_chain_says_meanwhile() {
        assertThat(new NextStage(BlockState.FOUND, true, Set.of(Stage.ALLOT), NONE).stage())
                .contains(Stage.ALLOT);
        assertThat(new NextStage(BlockState.ORPHANED, true, Set.of(Stage.ALLOT), Set.of(Stage.ALLOT)).stage())
                .contains(Stage.REVERSE);
    }
}
