package org.motherlode.ra.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.guard.Ask;
import org.motherlode.ra.guard.Offence;
import org.motherlode.ra.statistics.Count;
import org.motherlode.stratum.dialect.cryptonote.CryptonoteDialect;

/** Nobody pays with its connection or its budget for what others did, or for what we lack. */
class ThrottledRequestTest {
    private static final String LOGIN =
            "{\"id\":1,\"method\":\"login\",\"params\":{\"login\":\"miner1\",\"pass\":\"x\"}}";
    private static final String GET_JOB = "{\"id\":2,\"method\":\"getjob\",\"params\":{\"id\":\"5e55\"}}";

    @TempDir
    Path folder;

    private SessionStage stage;

    @BeforeEach
    void open() throws Exception {
        stage = new SessionStage(folder, new CryptonoteDialect(), PlainTemplate.at(10), "");
    }

    @Test
    void a_job_that_its_neighbours_have_used_up_is_refused_and_the_connection_stays() {
        stage.say(LOGIN);
        stage.wire.takeLines();
        stage.visitor.forbidden.add(Ask.GET_JOB);
        stage.say(GET_JOB);

        assertThat(stage.wire.takeLines()).singleElement().asString().contains("\"code\":-2", "try again later");
        assertThat(stage.wire.ended).isFalse();
        stage.visitor.forbidden.clear();
        stage.say(GET_JOB);
        assertThat(stage.wire.takeLines()).singleElement().asString().contains("\"job_id\"");
    }

    @Test
    void jobs_over_the_bound_of_its_own_connection_end_it() {
        stage.say(LOGIN);
        stage.wire.takeLines();
        stage.visitor.forbidden.add(Ask.OWN_GET_JOB);
        stage.say(GET_JOB);

        assertThat(stage.wire.takeLines()).singleElement().asString().contains("Too many requests");
        assertThat(stage.wire.ended).isTrue();
    }

    @Test
    void who_was_sent_away_already_is_not_counted_as_too_late_too() {
        stage.say(LOGIN);
        stage.visitor.talk = many -> false;
        stage.say(GET_JOB);
        assertThat(stage.figures.total(Count.CONNECTIONS_CUT)).isEqualTo(1);
        stage.now += 3_600_000;
        stage.session.tick();
        stage.session.tick();

        assertThat(stage.figures.total(Count.CONNECTIONS_CUT)).isEqualTo(1);
        assertThat(stage.figures.total(Count.CONNECTIONS_FLOODING)).isEqualTo(1);
    }

    @Test
    void whoever_is_too_late_is_counted_once_however_long_its_socket_takes_to_close() {
        stage.now += 3_600_000;
        stage.session.tick();
        stage.session.tick();

        assertThat(stage.figures.total(Count.CONNECTIONS_CUT)).isEqualTo(1);
    }

    @Test
    void a_second_login_is_refused_and_held_against_its_address() {
        stage.say(LOGIN);
        assertThat(stage.visitor.offences).isEmpty();
        stage.say(LOGIN);

        assertThat(stage.visitor.offences).containsExactly(Offence.SECOND_LOGIN);
        assertThat(stage.wire.takeLines()).last().asString().contains("Logged in already");
        assertThat(stage.wire.ended).isFalse();
    }

    @Test
    void whose_address_may_say_no_more_is_cut_and_that_is_held_against_it() {
        stage.say(LOGIN);
        stage.wire.takeLines();
        stage.visitor.talk = many -> false;
        stage.say(GET_JOB);

        assertThat(stage.wire.takeLines()).singleElement().asString().contains("Too many requests");
        assertThat(stage.wire.ended).isTrue();
        assertThat(stage.visitor.offences).containsExactly(Offence.FLOOD);
        assertThat(stage.figures.total(Count.CONNECTIONS_FLOODING)).isEqualTo(1);
        assertThat(stage.figures.total(Count.CONNECTIONS_CUT)).isEqualTo(1);
    }

    @Test
    void who_is_banned_for_that_hears_of_the_ban() {
        stage.say(LOGIN);
        stage.wire.takeLines();
        stage.visitor.strict = true;
        stage.visitor.talk = many -> false;
        stage.say(GET_JOB);

        assertThat(stage.wire.takeLines()).singleElement().asString().contains("banned for FLOOD");
        assertThat(stage.figures.total(Count.CONNECTIONS_FLOODING)).isEqualTo(1);
        assertThat(stage.figures.total(Count.CONNECTIONS_CUT)).as("once").isEqualTo(1);
    }

    @Test
    void a_job_asked_for_while_there_is_none_ends_no_connection_that_may_wait_for_the_work_to_come_back() {
        stage.say(LOGIN);
        stage.board.suspend("the node is away");
        stage.session.noWork("the node is away");
        stage.wire.takeLines();
        stage.say(GET_JOB);

        assertThat(stage.wire.takeLines())
                .singleElement()
                .asString()
                .contains("\"id\":2", "\"code\":-2", "Pool has no work at the moment");
        assertThat(stage.wire.ended).isFalse();
        stage.publish(PlainTemplate.at(11));
        assertThat(stage.wire.takeLines()).singleElement().asString().contains("\"method\":\"job\"");
    }

    @Test
    void a_login_that_we_have_no_work_for_uses_up_none_of_its_address_s_logins() {
        Set<Ask> asked = EnumSet.noneOf(Ask.class);
        stage.visitor.rule = what -> asked.add(what) || asked.contains(what);
        stage.board.suspend("the node is away");
        stage.say(LOGIN);

        assertThat(stage.wire.takeLines()).singleElement().asString().contains("the node is away");
        assertThat(stage.wire.ended).isTrue();
        assertThat(asked).doesNotContain(Ask.LOGIN);
    }
}
