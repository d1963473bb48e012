package org.motherlode.shape.offence.ejb.ledger;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Id;

/** Money in a persistence context. */
@Entity
public class Stored {
    @Id
    long number;

    void store(EntityManager manager) {
        manager.persist(this);
    }
}
