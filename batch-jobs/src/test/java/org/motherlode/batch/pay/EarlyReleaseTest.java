package org.motherlode.batch.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Money is given back only when its payment can never be mined any more; and these tests would notice if it were not so. */
class EarlyReleaseTest {
    private static final long HISTORIES = 3_000;

    @Property(seed = "20261124", tries = 3_000)
    void nobody_is_ever_paid_twice_and_the_books_are_what_the_chain_says(@ForAll long seed) {
        House.beQuiet();
        new History(Rule.RIGHT, seed).live();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongRules")
    void a_wrong_rule_is_caught(String name, Rule rule) {
        House.beQuiet();
        assertThat(LongStream.range(0, HISTORIES)
                        .filter(seed -> isCaught(rule, seed))
                        .limit(1))
                .as("a history in which '%s' loses money", name)
                .isNotEmpty();
    }

    static Stream<Arguments> wrongRules() {
        int last = Network.FINAL;
        return Stream.of(
                Arguments.of("dead one confirmation too early", new Rule(last, last - 1, false, false)),
                Arguments.of("dead with the first confirmation", new Rule(last, 1, false, false)),
                Arguments.of("dead by a conflict in the pool", new Rule(last, last, true, false)),
                Arguments.of("dead because nobody knows it", new Rule(last, last, false, true)),
                Arguments.of("settled one confirmation too early", new Rule(last - 1, last, false, false)));
    }

    private static boolean isCaught(Rule rule, long seed) {
        try {
            new History(rule, seed).live();
            return false;
        } catch (AssertionError e) {
            assertThat(e).hasMessageFindingMatch("what .* received|the books|what everybody earned");
            return true;
        }
    }
}
