package org.motherlode.bench.epoch;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.motherlode.model.pow.Seed;

/** What a node says of seeds, said otherwise: templates do not depend on them. */
final class SeedChange {
    private static final Pattern SEED = Pattern.compile("(\"seed_hash\": \")[0-9a-f]*");
    private static final Pattern NEXT = Pattern.compile("(\"next_seed_hash\": \")[0-9a-f]*");

    private SeedChange() {}

    /** Announces a seed to come, as nodes do 64 blocks before. */
    static UnaryOperator<String> announcing(Seed next) {
        return answer -> NEXT.matcher(answer).replaceAll("$1" + next.hex());
    }

    /** Has it come. */
    static UnaryOperator<String> to(Seed seed) {
        return answer -> SEED.matcher(NEXT.matcher(answer).replaceAll("$1")).replaceAll("$1" + seed.hex());
    }
}
