package org.motherlode.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.motherlode.model.view.ViewUnavailableException;

class ProblemTest {
    @Test
    void a_database_that_is_away_is_a_reason_to_try_again() {
        Problem problem = ProblemMapper.problem(new ViewUnavailableException("The database does not answer."));

        assertThat(problem.status()).isEqualTo(503);
        assertThat(problem.json())
                .isEqualTo("{\"type\":\"urn:motherlode:problem:try-again\",\"title\":\"Not now\",\"status\":503,"
                        + "\"detail\":\"The database does not answer.\",\"error\":\"The database does not answer.\"}");
    }

    @Test
    void a_bug_tells_the_outside_nothing() {
        Problem problem = ProblemMapper.problem(new IllegalStateException("secret detail"));

        assertThat(problem.status()).isEqualTo(500);
        assertThat(problem.json()).doesNotContain("secret");
    }
}
