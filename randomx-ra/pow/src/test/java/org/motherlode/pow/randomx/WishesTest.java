package org.motherlode.pow.randomx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.motherlode.model.pow.Seed;

class WishesTest {
    private static final Seed FORMER = Known.seed("former");
    private static final Seed CURRENT = Known.seed("current");
    private static final Seed NEXT = Known.seed("next");

    @Test
    void the_current_seed_deserves_a_dataset_and_then_the_next() {
        Wishes wishes = Wishes.NONE.followedBy(List.of(CURRENT)).followedBy(List.of(CURRENT, NEXT));

        assertThat(wishes.worthADataset()).containsExactly(CURRENT, NEXT);
    }

    @Test
    void a_former_seed_is_not_worth_a_new_dataset() {
        Wishes wishes = Wishes.NONE.followedBy(List.of(FORMER, CURRENT)).followedBy(List.of(CURRENT, FORMER));

        assertThat(wishes.worthADataset()).containsExactly(CURRENT);
        assertThat(wishes.followedBy(List.of(CURRENT, NEXT, FORMER)).worthADataset())
                .containsExactly(CURRENT, NEXT);
    }

    @Test
    void a_seed_that_the_chain_turns_back_to_is_the_current_one_again() {
        Wishes wishes = Wishes.NONE
                .followedBy(List.of(CURRENT, NEXT))
                .followedBy(List.of(NEXT, CURRENT))
                .followedBy(List.of(CURRENT, NEXT));

        assertThat(wishes.worthADataset()).containsExactly(CURRENT);
    }

    @Test
    void a_seed_that_was_forgotten_begins_anew() {
        Wishes wishes = Wishes.NONE
                .followedBy(List.of(FORMER))
                .followedBy(List.of(CURRENT))
                .followedBy(List.of(CURRENT, FORMER));

        assertThat(wishes.worthADataset()).containsExactly(CURRENT, FORMER);
    }

    @Test
    void the_former_seed_ranks_behind_the_next_and_before_what_nobody_wants() {
        Wishes wishes = Wishes.NONE.followedBy(List.of(CURRENT, NEXT, FORMER));

        assertThat(List.of(CURRENT, NEXT, FORMER, Known.seed("unwanted")))
                .extracting(wishes::rank)
                .containsExactly(0, 1, 2, Wishes.MOST);
    }

    @Test
    void nothing_is_worth_a_dataset_where_nothing_is_wanted() {
        assertThat(Wishes.NONE
                        .followedBy(List.of(CURRENT))
                        .followedBy(List.of())
                        .worthADataset())
                .isEmpty();
    }

    @Test
    void a_fourth_seed_is_refused() {
        List<Seed> four = List.of(CURRENT, NEXT, FORMER, Known.seed("fourth"));

        assertThatThrownBy(() -> Wishes.NONE.followedBy(four)).hasMessageContaining("at most 3");
    }
}
