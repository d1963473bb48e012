package org.motherlode.ejb.view;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.function.Supplier;
import org.hibernate.jpa.HibernateHints;

/**
 * Runs the entities' named queries: in turns with {@link Reads}, each with a time-out and a bound. What comes back belongs
 * to no persistence context, and nothing is ever written.
 */
final class Queries {
    private static final String TIMEOUT_MILLIS = "jakarta.persistence.query.timeout";

    private final Supplier<EntityManagerFactory> entities;
    private final Turns turns;
    private final ViewBounds bounds;

    Queries(Supplier<EntityManagerFactory> entities, Turns turns, ViewBounds bounds) {
        this.entities = entities;
        this.turns = turns;
        this.bounds = bounds;
    }

    <T> List<T> list(Class<T> type, Question question) {
        return turns.take(() -> {
            try (EntityManager manager = entities.get().createEntityManager()) {
                TypedQuery<T> query = manager.createNamedQuery(question.name(), type)
                        .setHint(
                                TIMEOUT_MILLIS,
                                Math.toIntExact(bounds.statement().toMillis()))
                        .setHint(HibernateHints.HINT_READ_ONLY, true)
                        .setMaxResults(question.most())
                        .setFirstResult(question.offset());
                question.parameters().forEach(query::setParameter);
                return List.copyOf(query.getResultList());
            } catch (PersistenceException e) {
                throw Turns.noAnswer(e);
            }
        });
    }

    /** The only row of a query that always has one. */
    <T> T one(Class<T> type, Question question) {
        return list(type, question).get(0);
    }
}
