package org.motherlode.bench;

import java.io.PrintStream;
import org.motherlode.bench.binding.BindingSettings;
import org.motherlode.bench.binding.Comparison;
import org.motherlode.bench.binding.Figures;
import org.motherlode.bench.binding.Subject;
import org.motherlode.randomx.RandomX;

/** Hashes per second through JNI, divided by those of a loop in C. Arguments: {@code light} or {@code fast}, and rounds. */
public final class BindingBench {
    private BindingBench() {}

    public static void main(String[] arguments) {
        BindingSettings settings = BindingSettings.of(arguments);
        PrintStream out = System.out;
        RandomX randomX = RandomX.open(settings.preferences());
        randomX.describe().forEach(out::println);
        try (Subject subject = Subject.prepare(randomX, settings.fast())) {
            out.println(subject.memory());
            out.println(settings);
            Figures figures = new Comparison(subject.vm(), settings).run();
            figures.report().forEach(out::println);
        }
    }
}
