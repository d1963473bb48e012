package org.motherlode.batch.pay;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.motherlode.batch.pay.ScriptedWallet.Mood;

class RandomFaultsTest {
    /** What happens between two runs of the job. */
    enum Event {
        NOTHING,
        BLOCK,
        POOL_FORGETS,
        SPENT_ELSEWHERE,
        AMY_EARNS,
        BOB_EARNS
    }

    @Property(seed = "20261121", tries = 2000)
    void the_chain_pays_what_the_books_confirm_and_nobody_twice(
            @ForAll @Size(max = 30) List<Mood> moods,
            @ForAll @Size(max = 30) List<Event> events,
            @ForAll @Size(max = 30) List<@IntRange(min = -1, max = 14) Integer> cuts) {
        House house = new House();
        house.earn("amy", 500);
        house.earn("bob", 300);
        house.earn("cid", 100);
        house.earn("alone-dan", 200);
        int turns = Math.max(moods.size(), Math.max(events.size(), cuts.size()));
        for (int turn = 0; turn < turns; turn++) {
            house.cuts.at(of(cuts, turn, -1));
            house.run(of(moods, turn, Mood.WELL));
            house.cuts.none();
            happens(of(events, turn, Event.BLOCK), house);
            house.balances();
        }
        house.heal();
        house.theBooksAgreeWithTheChain();
        if (!house.needsAPerson()) {
            house.everyoneIsPaidOnce();
        }
    }

    private static void happens(Event event, House house) {
        switch (event) {
            case NOTHING -> {}
            case BLOCK -> house.chain.mine();
            case POOL_FORGETS -> house.chain.forget();
            case SPENT_ELSEWHERE -> house.chain.spendElsewhere(house.chain.freeOutput());
            case AMY_EARNS -> house.earn("amy", 130);
            case BOB_EARNS -> house.earn("bob", 270);
        }
    }

    private static <T> T of(List<T> list, int turn, T otherwise) {
        return turn < list.size() ? list.get(turn) : otherwise;
    }
}
