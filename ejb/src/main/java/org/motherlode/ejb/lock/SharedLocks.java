package org.motherlode.ejb.lock;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.motherlode.model.lock.Locks;

/** The server's {@link Locks}. */
@ApplicationScoped
public class SharedLocks implements Locks {
    @Resource(lookup = "java:jboss/datasources/MotherlodeShareDS")
    DataSource source;

    @Override
    public Optional<Held> tryLock(String name) {
        return new AdvisoryLocks(source).tryLock(name);
    }

    @Override
    public Map<String, Held> tryLocks(List<String> names) {
        return new AdvisoryLocks(source).tryLocks(names);
    }
}
