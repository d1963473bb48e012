package org.motherlode.ctl.work;

import java.util.List;
import java.util.Optional;

/** What can be measured, known here too, so that a name that is wrong is told before anything is built. */
public final class BenchNames {
    /** As the bench's own program takes them; {@code all} is each of the others. */
    public static final List<String> ALL = List.of(
            "binding", "start", "path", "latency", "swarm", "push", "logins", "attack", "lanes", "flood", "epoch",
            "idle", "refusal", "churn", "durable", "backlog", "settle", "plan", "all");

    private BenchNames() {}

    /** The first word before any option that names no bench. */
    public static Optional<String> unknown(List<String> arguments) {
        return arguments.stream()
                .takeWhile(word -> !word.startsWith("-"))
                .filter(word -> !ALL.contains(word))
                .findFirst();
    }
}
