package org.motherlode.ejb.node;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.motherlode.ejb.lock.AdvisoryLocks;
import org.motherlode.ejb.queue.SystemSettings;
import org.motherlode.model.pool.SettingException;

/** One claim for the application. */
@ApplicationScoped
class NodeBeans {
    @Resource(lookup = "java:jboss/datasources/MotherlodeShareDS")
    DataSource database;

    @Produces
    @Singleton
    NodeClaim claim() throws SettingException {
        return new NodeClaim(new AdvisoryLocks(database), NodeTerms.of(SystemSettings.read()), System::nanoTime);
    }
}
