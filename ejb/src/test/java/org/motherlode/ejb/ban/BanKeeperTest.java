package org.motherlode.ejb.ban;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.postgres.Migrations;
import org.motherlode.ejb.database.Database;
import org.motherlode.model.ban.Ban;
import org.motherlode.model.ban.BanSubject;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;

/** Two nodes, one cache, a real table. */
class BanKeeperTest {
    private static final EmbeddedPostgres POSTGRES = EmbeddedPostgres.temporary();
    private static final BanSubject ROGUE = subject("192.0.2.1");
    private static final Duration HOUR = Duration.ofHours(1);

    private final Database owner = new Database(POSTGRES.ownerDataSource());
    private final ListedCache cache = new ListedCache();
    private final ListedDesk hereDesk = new ListedDesk();
    private final ListedDesk thereDesk = new ListedDesk();
    private final BanKeeper here = keeper(hereDesk);
    private final BanKeeper there = keeper(thereDesk);

    @BeforeAll
    static void migrate() {
        Migrations.run(POSTGRES);
    }

    @AfterAll
    static void end() {
        POSTGRES.close();
    }

    @BeforeEach
    void clean() {
        owner.change("DELETE FROM ban");
        cache.heardBy(here);
        cache.heardBy(there);
    }

    @Test
    void what_an_operator_bans_holds_on_all_nodes_and_is_stored() {
        Ban ban = here.impose(ROGUE, HOUR, "floods us", "olga");

        assertThat(hereDesk.current()).containsExactly(ban);
        assertThat(thereDesk.current()).containsExactly(ban);
        assertThat(rows("")).containsExactly("192.0.2.1 floods us olga");
    }

    @Test
    void what_the_adapter_bans_is_told_and_stored() {
        Ban ban = ban(ROGUE, Instant.now());
        hereDesk.make(ban);
        here.carry();

        assertThat(thereDesk.current()).containsExactly(ban);
        assertThat(hereDesk.made).isEmpty();
        assertThat(rows("")).containsExactly("192.0.2.1 too many wrong hashes node 0");
    }

    @Test
    void a_server_that_starts_again_without_a_cache_bans_as_before() {
        Ban ban = here.impose(ROGUE, HOUR, "floods us", "olga");
        cache.told.clear();
        ListedDesk fresh = new ListedDesk();
        keeper(fresh).mirror();

        assertThat(fresh.current()).containsExactly(ban);
    }

    @Test
    void a_lift_ends_it_everywhere_and_stays_written_down() {
        here.impose(ROGUE, HOUR, "floods us", "olga");

        assertThat(there.lift(ROGUE, "otto")).isTrue();
        assertThat(there.lift(subject("192.0.2.9"), "otto")).isFalse();
        assertThat(hereDesk.current()).isEmpty();
        here.mirror();
        there.mirror();
        assertThat(hereDesk.current()).isEmpty();
        assertThat(thereDesk.current()).isEmpty();
        assertThat(rows("WHERE lifted_by = 'otto'")).hasSize(1);
    }

    @Test
    void while_the_database_is_away_bans_and_lifts_work_and_are_stored_later() {
        here.impose(subject("192.0.2.2"), HOUR, "floods us", "olga");
        POSTGRES.stopImmediately();
        Ban own = ban(ROGUE, Instant.now());
        hereDesk.make(own);
        here.carry();
        Ban operators = here.impose(subject("wallet:amy"), HOUR, "cheats", "olga");
        here.lift(subject("192.0.2.2"), "otto");
        here.mirror();
        there.mirror();

        assertThat(hereDesk.current()).containsExactlyInAnyOrder(own, operators);
        assertThat(thereDesk.current()).containsExactlyInAnyOrder(own, operators);
        POSTGRES.start();
        here.carry();
        cache.told.clear();
        there.mirror();
        assertThat(thereDesk.current()).containsExactlyInAnyOrder(own, operators);
        assertThat(rows("WHERE lifted_at IS NULL")).hasSize(2);
    }

    @Test
    void what_is_written_into_the_table_by_hand_holds_at_the_next_look() {
        owner.change("INSERT INTO ban VALUES ('192.0.2.0/24', now(), now() + interval '1 day', 1, 'spam', 'olga')");
        owner.change("INSERT INTO ban VALUES ('nonsense', now(), now() + interval '1 day', 1, 'spam', 'olga')");
        here.mirror();
        assertThat(hereDesk.current()).extracting(ban -> ban.subject().text()).containsExactly("192.0.2.0/24");

        hereDesk.current().forEach(cache::tell);
        owner.change("UPDATE ban SET lifted_at = now(), lifted_by = 'olga'");
        here.mirror();
        assertThat(hereDesk.current()).isEmpty();
        assertThat(cache.told).isEmpty();
        assertThat(thereDesk.current()).isEmpty();
    }

    @Test
    void a_ban_that_comes_after_a_lift_holds() {
        here.impose(ROGUE, HOUR, "floods us", "olga");
        here.lift(ROGUE, "otto");
        Ban again = ban(ROGUE, Instant.now().plusSeconds(1));
        hereDesk.make(again);
        here.carry();
        there.mirror();

        assertThat(thereDesk.current()).containsExactly(again);
        assertThat(rows("WHERE lifted_at IS NULL")).hasSize(1);
    }

    @Test
    void what_is_long_over_is_erased() {
        owner.change(
                "INSERT INTO ban VALUES ('192.0.2.7', now() - interval '30 days', now() - interval '8 days', 1,"
                        + " 'spam', 'olga'), ('192.0.2.8', now() - interval '30 days', now() - interval '6 days', 1, 'spam', 'olga')");
        here.mirror();

        assertThat(rows("")).containsExactly("192.0.2.8 spam olga");
    }

    @Test
    void a_text_of_another_version_is_passed_over() {
        Ban ban = ban(ROGUE, Instant.now());

        assertThat(BanText.read(BanText.of(ban))).contains(ban);
        for (String text : List.of(
                "", "192.0.2.1", BanText.of(ban) + "\tmore", BanText.of(ban).replace("\t1\t", "\tx\t"))) {
            assertThat(BanText.read(text)).as(text).isEmpty();
        }
    }

    private BanKeeper keeper(ListedDesk desk) {
        try {
            BanTerms terms = BanTerms.of(Settings.parse(""));
            BanRows rows = new BanRows(new Database(POSTGRES.appDataSource()), terms);
            return new BanKeeper(desk, rows, cache, terms, InstantSource.system());
        } catch (SettingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> rows(String where) {
        return owner.list(
                "SELECT subject, reason, actor FROM ban " + where + " ORDER BY subject",
                row -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3));
    }

    private static Ban ban(BanSubject subject, Instant since) {
        Instant from = since.truncatedTo(ChronoUnit.MILLIS);
        return new Ban(subject, from, from.plus(HOUR), 1, "too many wrong hashes", "node 0");
    }

    private static BanSubject subject(String text) {
        return BanSubject.parse(text).orElseThrow();
    }
}
