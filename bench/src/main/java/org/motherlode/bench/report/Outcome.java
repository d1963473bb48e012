package org.motherlode.bench.report;

/**
 * What one bench gave.
 *
 * @param bench its name, also of its file
 * @param measured every single measurement
 * @param summary what came out of them, with ratio and control
 * @param verdict a sentence that says whether the goal is met
 */
public record Outcome(String bench, Sheet measured, Sheet summary, String verdict) {
    public Outcome {
        if (!bench.matches("[a-z][a-z-]*")) {
            throw new IllegalArgumentException("not a name for a file: " + bench);
        }
    }
}
