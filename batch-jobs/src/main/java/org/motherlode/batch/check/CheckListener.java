package org.motherlode.batch.check;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.listener.JobListener;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.motherlode.model.books.BookChecks;
import org.motherlode.model.books.CheckScope;
import org.motherlode.model.lock.Locks;
import org.motherlode.model.pool.OpenPool;
import org.motherlode.model.pool.OpenPools;
import org.motherlode.model.pool.PoolName;

/** Takes the lock of each pool's books before the job and gives it back after it, however it ends. */
@Named
@Dependent
public class CheckListener implements JobListener {
    private static final String ALL = "*";

    @Inject
    JobContext job;

    @Inject
    @BatchProperty
    String pool;

    /** A {@link CheckScope}, in small letters. */
    @Inject
    @BatchProperty
    String rules;

    @Inject
    OpenPools pools;

    @Inject
    Locks locks;

    @Inject
    BookChecks checks;

    @Override
    public void beforeJob() {
        CheckRun run = new CheckRun(checks, scope());
        job.setTransientUserData(run);
        List<PoolName> chosen = chosen();
        Map<String, Locks.Held> held =
                locks.tryLocks(chosen.stream().map(CheckListener::lock).toList());
        run.hold(held.values());
        for (PoolName name : chosen) {
            Optional.ofNullable(held.get(lock(name)))
                    .ifPresentOrElse(mine -> run.add(name, mine.fence(), job.getInstanceId()), () -> run.busy(name));
        }
    }

    private CheckScope scope() {
        return switch (rules) {
            case "all" -> CheckScope.ALL;
            case "open" -> CheckScope.OPEN;
            default ->
                throw refused("rules must be all, or open for those that are broken or not known, not '" + rules + "'");
        };
    }

    private IllegalArgumentException refused(String why) {
        // Whoever started the job by hand reads its exit status.
        job.setExitStatus("refused: " + why);
        return new IllegalArgumentException(why);
    }

    private static String lock(PoolName pool) {
        return "books/" + pool;
    }

    private List<PoolName> chosen() {
        List<PoolName> open = pools.all().stream().map(OpenPool::name).toList();
        if (pool.equals(ALL)) {
            return open;
        }
        if (open.stream().noneMatch(name -> name.text().equals(pool))) {
            throw refused("no pool " + pool + " is open; open are " + open);
        }
        return List.of(new PoolName(pool));
    }

    @Override
    public void afterJob() {
        if (job.getTransientUserData() instanceof CheckRun run) {
            run.close();
        }
    }
}
