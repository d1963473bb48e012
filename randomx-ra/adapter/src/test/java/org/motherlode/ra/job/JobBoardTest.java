package org.motherlode.ra.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.chain.OwnTemplates;
import org.motherlode.model.share.ShareRefusal;
import org.motherlode.model.work.Difficulty;
import org.motherlode.ra.epoch.NodeLife;
import org.motherlode.ra.fixture.ChoiceTemplate;
import org.motherlode.ra.fixture.PlainTemplate;

class JobBoardTest {
    private static final int MOST = 4;
    private static final Difficulty EASY = Difficulty.of(4);

    private final JobBoard board = new JobBoard(new JobNumbers(new NodeLife(0, 1, 0)), MOST);

    @Test
    void it_knows_the_newest_template_only_and_none_while_there_is_no_work() {
        assertThat(board.current()).isEmpty();
        board.publish(PlainTemplate.at(10));
        board.publish(PlainTemplate.at(11));
        assertThat(current().block().height()).isEqualTo(11);
        board.suspend("the node is away");
        assertThat(board.current()).isEmpty();
        assertThat(board.idleBecause()).contains("the node is away");
        board.publish(PlainTemplate.at(12));

        assertThat(board.idleBecause()).isEmpty();
    }

    @Test
    void no_job_is_harder_than_the_network() {
        board.publish(new PlainTemplate(10, "parent", Difficulty.of(7)));

        assertThat(board.newJob("1", current(), Difficulty.of(8)).difficulty()).isEqualTo(Difficulty.of(7));
        assertThat(board.newJob("2", current(), Difficulty.of(6)).difficulty()).isEqualTo(Difficulty.of(6));
    }

    @Test
    void of_all_jobs_of_a_template_so_many_shares_are_remembered_and_no_more() {
        board.publish(PlainTemplate.at(10));
        for (int i = 0; i < MOST; i++) {
            assertThat(job(i).noteSent(nonce(0), false)).isEmpty();
        }

        assertThat(job(MOST).noteSent(nonce(0), false)).contains(ShareRefusal.THROTTLED);
        board.publish(PlainTemplate.at(10));
        assertThat(job(0).noteSent(nonce(0), false)).as("of the next template").isEmpty();
    }

    @Test
    void a_block_that_its_miner_made_has_as_much_room_of_its_own_and_no_more() {
        ChoiceTemplate template = new ChoiceTemplate(PlainTemplate.at(10));
        board.publish(template);
        OwnTemplates own = template.ownTemplates().orElseThrow();
        MinerJob one = board.chosen(board.newChoice("1", current(), EASY, own), PlainTemplate.at(10));
        MinerJob other = board.chosen(board.newChoice("2", current(), EASY, own), PlainTemplate.at(10));
        for (int i = 0; i < MOST; i++) {
            assertThat(one.noteSent(nonce(i), false)).isEmpty();
        }

        assertThat(one.noteSent(nonce(MOST), false)).contains(ShareRefusal.THROTTLED);
        assertThat(other.noteSent(nonce(0), false)).isEmpty();
        assertThat(other.difficulty()).isEqualTo(EASY);
    }

    private LiveTemplate current() {
        return board.current().orElseThrow();
    }

    private MinerJob job(int number) {
        return board.newJob(Integer.toString(number), current(), EASY);
    }

    private static Octets nonce(int number) {
        return Octets.ofHex("%08x".formatted(number));
    }
}
