package org.motherlode.ra.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.motherlode.model.work.Difficulty;
import org.motherlode.ra.epoch.NodeLife;
import org.motherlode.ra.fixture.ChoiceTemplate;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.job.JobBoard;
import org.motherlode.ra.job.JobNumbers;
import org.motherlode.ra.job.MinerJob;

class JobShelfTest {
    private final JobShelf shelf = new JobShelf("00c0ffee00c0ffee", 4, 2);

    @Test
    void every_job_has_another_id() {
        assertThat(shelf.nextId()).isNotEqualTo(shelf.nextId());
    }

    @Test
    void what_was_given_is_known_for_ever_and_what_comes_next_is_not() {
        String first = shelf.nextId();
        for (int i = 2; i <= 1_000; i++) {
            shelf.nextId();
        }

        assertThat(shelf.wasGiven(first)).isTrue();
        assertThat(shelf.wasGiven("00c0ffee00c0ffee3e8")).isTrue();
        assertThat(shelf.wasGiven("00c0ffee00c0ffee3e9")).isFalse();
    }

    @Test
    void of_jobs_with_a_block_of_the_miners_own_only_the_last_two_are_kept_and_others_stay() {
        JobBoard board = new JobBoard(new JobNumbers(new NodeLife(0, 1, 0)), 10);
        ChoiceTemplate template = new ChoiceTemplate(PlainTemplate.at(10));
        board.publish(template);
        for (int i = 1; i <= 4; i++) {
            shelf.put(board.newChoice(shelf.nextId(), board.current().orElseThrow(), Difficulty.of(4), template));
        }
        for (int i = 1; i <= 3; i++) {
            MinerJob choice = shelf.find("00c0ffee00c0ffee" + i).orElseThrow();
            shelf.choose(board.chosen(choice, PlainTemplate.at(10)));
        }

        assertThat(shelf.find("00c0ffee00c0ffee1")).isEmpty();
        assertThat(shelf.wasGiven("00c0ffee00c0ffee1")).isTrue();
        assertThat(shelf.find("00c0ffee00c0ffee2")).map(MinerJob::isChoice).contains(false);
        assertThat(shelf.find("00c0ffee00c0ffee3")).map(MinerJob::isChoice).contains(false);
        assertThat(shelf.find("00c0ffee00c0ffee4")).map(MinerJob::isChoice).contains(true);
    }

    @Test
    void another_spelling_or_another_session_is_no_job_of_this_one() {
        shelf.nextId();

        assertThat(shelf.wasGiven("00c0ffee00c0ffee1")).isTrue();
        assertThat(shelf.wasGiven("00c0ffee00c0ffee01")).isFalse();
        assertThat(shelf.wasGiven("00C0FFEE00C0FFEE1")).isFalse();
        assertThat(shelf.wasGiven("00c0ffee00c0ffee")).isFalse();
        assertThat(shelf.wasGiven("00c0ffee00c0ffee0")).isFalse();
        assertThat(shelf.wasGiven("00c0ffee00c0ffee-1")).isFalse();
        assertThat(shelf.wasGiven("00c0ffee00c0ffeeffffffffffffffffffff")).isFalse();
        assertThat(shelf.wasGiven("11c0ffee00c0ffee1")).isFalse();
        assertThat(shelf.wasGiven("")).isFalse();
    }
}
