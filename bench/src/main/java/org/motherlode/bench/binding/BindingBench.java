package org.motherlode.bench.binding;

import org.motherlode.bench.report.Outcome;
import org.motherlode.ctl.work.Steps;
import org.motherlode.randomx.RandomX;

/** Hashes per second through JNI, divided by those of a loop in C. */
public record BindingBench(RandomX randomX, BindingSettings settings, Steps steps) {
    public Outcome run() {
        steps.say("binding: " + settings);
        try (Subject subject = Subject.prepare(randomX, settings.fast())) {
            steps.say("memory: " + subject.memory());
            Figures figures = new Comparison(subject.vm(), settings).run();
            return figures.outcome(settings.fast() ? "binding-fast" : "binding-light");
        }
    }
}
