package org.motherlode.ra.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.motherlode.model.share.ShareRefusal;
import org.motherlode.ra.session.SpokenSession.State;
import org.motherlode.stratum.json.JsonObject;

/**
 * No miner is ever sent elsewhere ({@code client.reconnect}): on a plain connection anybody on the way could say that too, and
 * miners of dozens of networks were once stolen so. All that we ever say unasked is a job, and why a connection ends.
 */
class NoRedirectTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void whatever_a_miner_says_and_whatever_happens_to_the_pool(State state) throws Exception {
        for (String line : Corpus.lines(folder)) {
            SpokenSession talk = new SpokenSession(folder, state);
            talk.say(line);
            talk.jury.judge();
            talk.session.newWork();
            talk.session.noWork("the node is away");
            talk.session.tick();
            talk.session.dismiss("the pool is stopped");
            neverElsewhere(talk);
        }
    }

    @ParameterizedTest
    @EnumSource
    void when_time_runs_out_and_when_the_address_is_banned(State state) throws Exception {
        SpokenSession late = new SpokenSession(folder, state);
        late.now = 100_000_000;
        late.session.tick();
        neverElsewhere(late);
        SpokenSession banned = new SpokenSession(folder, state);
        for (int i = 0; i < 5; i++) {
            banned.visitor.failed(ShareRefusal.BAD_HASH);
        }
        banned.session.tick();

        assertThat(banned.sent).last().asString().contains("banned");
        neverElsewhere(banned);
    }

    private static void neverElsewhere(SpokenSession talk) throws Exception {
        for (String line : talk.sent) {
            assertThat(JsonObject.read(line.getBytes(StandardCharsets.UTF_8))
                            .text("method")
                            .orElse("job"))
                    .as(line)
                    .isIn("job", "error");
        }
    }
}
