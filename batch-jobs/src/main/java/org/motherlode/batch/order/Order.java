package org.motherlode.batch.order;

import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.context.JobContext;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What a person asked a job for. What was done, or why not, is the job's exit status. */
public record Order(JobContext job) {
    /** The batch runtime's column for it. */
    private static final int LONGEST_STATUS = 512;

    /** The job's parameters by name, without the blanks around them; empty where there is none. */
    public UnaryOperator<String> parameters() {
        Properties asked = BatchRuntime.getJobOperator().getParameters(job.getExecutionId());
        return key -> asked.getProperty(key, "").strip();
    }

    /** Does it and tells what {@code work} says was done; what makes no sense or cannot be is told and thrown. */
    public String carryOut(Supplier<String> work) {
        try {
            finish(work.get());
            return "DONE";
        } catch (IllegalArgumentException | IllegalStateException e) {
            finish("refused: " + e.getMessage());
            throw e;
        }
    }

    private void finish(String words) {
        job.setExitStatus(words.substring(0, Math.min(words.length(), LONGEST_STATUS)));
    }
}
