package org.motherlode.batch.pay;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.Batchlet;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jboss.logging.Logger;

/** One step of the job for all its pools. Outside any transaction: a wallet may take minutes. */
@Named
@Dependent
public class PayStep implements Batchlet {
    private static final Logger LOG = Logger.getLogger(PayStep.class);

    @Inject
    JobContext job;

    @Inject
    @BatchProperty
    String doing;

    @Override
    public String process() {
        PayRun run = (PayRun) job.getTransientUserData();
        Doing step = Doing.valueOf(doing);
        run.each(step::to);
        if (step == Doing.CLOSE) {
            job.setExitStatus(run.words());
            if (run.isFailed()) {
                throw new IllegalStateException(run.words());
            }
        }
        return doing;
    }

    /** A call to a wallet cannot be broken off; the job stops before the next step. */
    @Override
    public void stop() {
        LOG.infof("pay-miners stops after %s", doing);
    }

    private enum Doing {
        RESOLVE {
            @Override
            void to(PayingMiners miners) {
                miners.resolve();
            }
        },
        RESERVE {
            @Override
            void to(PayingMiners miners) {
                miners.reserve();
            }
        },
        PREPARE {
            @Override
            void to(PayingMiners miners) {
                miners.prepare();
            }
        },
        SEND {
            @Override
            void to(PayingMiners miners) {
                miners.send();
            }
        },
        CLOSE {
            @Override
            void to(PayingMiners miners) {
                miners.resolve();
            }
        };

        abstract void to(PayingMiners miners);
    }
}
