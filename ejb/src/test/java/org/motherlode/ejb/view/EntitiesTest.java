package org.motherlode.ejb.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.postgres.Migrations;
import org.motherlode.ejb.database.Database;
import org.motherlode.model.block.BlockState;

class EntitiesTest {
    private static EmbeddedPostgres postgres = EmbeddedPostgres.temporary();

    @BeforeAll
    static void migrate() {
        Migrations.run(postgres);
    }

    @AfterAll
    static void end() {
        postgres.close();
    }

    @Test
    void entities_agree_with_the_tables_and_the_application_may_read_them() {
        try (EntityManagerFactory entities = ViewEntities.on(postgres.appDataSource());
                EntityManager manager = entities.createEntityManager()) {
            assertThat(entities.getMetamodel().getEntities()).hasSize(9).allSatisfy(entity -> assertThat(
                            manager.createQuery("SELECT count(e) FROM " + entity.getName() + " e", Long.class)
                                    .getSingleResult())
                    .isNotNull());
        }
    }

    @Test
    void what_is_changed_in_an_entity_is_never_written() {
        ViewTables tables = new ViewTables(postgres.ownerDataSource());
        tables.block("one", "IMMATURE", ViewPool.NOON);
        try (EntityManagerFactory entities = ViewEntities.on(postgres.ownerDataSource());
                EntityManager manager = entities.createEntityManager()) {
            manager.getTransaction().begin();
            BlockEntity block = manager.createQuery("SELECT b FROM Block b", BlockEntity.class)
                    .getSingleResult();
            block.state = BlockState.MATURE;
            manager.getTransaction().commit();
        }

        assertThat(new Database(postgres.ownerDataSource())
                        .list("SELECT state FROM pool_block", row -> row.getString("state")))
                .containsExactly("IMMATURE");
    }

    @Test
    void a_table_that_lacks_a_column_stops_the_start_and_is_named() {
        try (EmbeddedPostgres old = EmbeddedPostgres.temporary()) {
            Migrations.run(old);
            new Database(old.ownerDataSource()).change("ALTER TABLE share_day DROP COLUMN work");

            assertThatThrownBy(() -> ViewEntities.on(old.appDataSource()).close())
                    .hasStackTraceContaining("missing column [work] in table [share_day]");
        }
    }
}
