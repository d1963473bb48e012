package org.motherlode.ra.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.ra.fixture.PlainDialect;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.statistics.Count;

class ForgedShareTest {
    @TempDir
    Path folder;

    @Test
    void what_cannot_be_true_never_gets_to_a_verifier_and_its_nonce_stays_free() throws Exception {
        SessionStage stage = new SessionStage(folder, new PlainDialect(), PlainTemplate.at(10), "");
        stage.say("1 login miner1 x");
        stage.verifier.believes = false;
        stage.say("2 submit 5e55 5e551 00000000");
        assertThat(stage.claims).isEmpty();
        assertThat(stage.wire.takeLines()).last().isEqualTo("2 no BAD_HASH");
        assertThat(stage.figures.total(Count.SHARES_BAD_HASH)).isEqualTo(1);

        stage.verifier.believes = true;
        stage.say("3 submit 5e55 5e551 00000000");

        assertThat(stage.claims).hasSize(1);
    }
}
