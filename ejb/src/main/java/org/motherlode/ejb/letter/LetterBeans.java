package org.motherlode.ejb.letter;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.motherlode.ejb.queue.LetterBook;

/** One book for all queues. */
@ApplicationScoped
class LetterBeans {
    @Resource(lookup = "java:jboss/datasources/MotherlodeShareDS")
    DataSource database;

    @Produces
    @Singleton
    LetterBook book() {
        return new DeadLetterRows(database);
    }
}
