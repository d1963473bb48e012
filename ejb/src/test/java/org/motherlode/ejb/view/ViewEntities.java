package org.motherlode.ejb.view;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.Map;
import javax.sql.DataSource;

/** The persistence unit as it is deployed, but on a test's database. */
final class ViewEntities {
    private ViewEntities() {}

    static EntityManagerFactory on(DataSource database) {
        return Persistence.createEntityManagerFactory(
                "motherlode",
                Map.of(
                        "jakarta.persistence.transactionType",
                        "RESOURCE_LOCAL",
                        "jakarta.persistence.nonJtaDataSource",
                        database));
    }
}
