package org.motherlode.batch.check;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.Batchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.motherlode.model.books.Invariant;

/** One step of the job for all its pools. Outside any transaction: each portion has its own, and a wallet may take minutes. */
@Named
@Dependent
public class CheckStep implements Batchlet {
    private static final String WALLET = "WALLET";
    private static final String CLOSE = "CLOSE";
    /** The batch runtime's column. */
    private static final int LONGEST_STATUS = 512;

    @Inject
    JobContext job;

    /** An invariant that the rows alone can tell, WALLET, or CLOSE. */
    @Inject
    @BatchProperty
    String doing;

    private volatile boolean stopping;

    @Override
    public String process() {
        CheckRun run = (CheckRun) job.getTransientUserData();
        switch (doing) {
            case WALLET -> run.askWallets();
            case CLOSE -> close(run);
            default -> run.prove(Invariant.valueOf(doing), () -> stopping);
        }
        return doing;
    }

    private void close(CheckRun run) {
        String words = run.words();
        String told = words.substring(0, Math.min(words.length(), LONGEST_STATUS));
        job.setExitStatus(told);
        if (run.isFailed()) {
            throw new IllegalStateException(told);
        }
    }

    /** A restarted run goes on behind the last portion; a call to a wallet cannot be broken off. */
    @Override
    public void stop() {
        stopping = true;
    }
}
