package org.motherlode.pow.randomx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.pow.machine.MemoryBudget;
import org.motherlode.randomx.Dataset;

/** A dataset that is not filled takes addresses only, so this takes no memory. */
class DatasetStockTest {
    @TempDir
    Path machine;

    private int cachesToCome;

    private DatasetStock stock = new DatasetStock(Libraries.at(""), MemoryBudget.ofThisMachine(), 1, () -> 0);

    @BeforeEach
    void one() {
        stock = stock(1);
    }

    private DatasetStock stock(int most) {
        return new DatasetStock(Libraries.at(""), MemoryBudget.below(machine), most, () -> (long) cachesToCome << 28);
    }

    @AfterEach
    void close() {
        stock.close();
    }

    @Test
    void the_first_needs_its_size_and_a_margin() throws IOException {
        available(2334);
        assertThatThrownBy(stock::make).hasMessageStartingWith("fast mode needs 2335 MiB, but only 2334 MiB");

        available(2336);
        stock.giveBack(stock.make().orElseThrow());
        assertThat(stock.made()).isEqualTo(1);
    }

    @Test
    void room_is_left_for_each_cache_that_is_not_made_yet() throws IOException {
        cachesToCome = 3;
        available(3102);
        assertThatThrownBy(stock::make).hasMessageStartingWith("fast mode needs 3103 MiB, but only 3102 MiB");

        available(3104);
        stock.giveBack(stock.make().orElseThrow());
    }

    @Test
    void a_second_must_leave_more_and_its_refusal_takes_nothing_from_the_first() throws IOException {
        stock = stock(2);
        available(2590);
        Dataset first = stock.make().orElseThrow();

        assertThat(stock.take()).isEmpty();
        assertThatThrownBy(stock::make).hasMessageStartingWith("a second dataset needs 2591 MiB");
        stock.giveBack(first);
        assertThat(stock.take()).containsSame(first);
        stock.giveBack(first);

        available(2592);
        stock.giveBack(stock.make().orElseThrow());
        assertThat(stock.made()).isEqualTo(2);
    }

    @Test
    void there_are_never_more_than_were_asked_for() throws IOException {
        stock = stock(2);
        available(100_000);
        stock.giveBack(stock.make().orElseThrow());
        stock.giveBack(stock.make().orElseThrow());

        assertThat(stock.make()).isEmpty();
        assertThat(stock.describe())
                .isEqualTo("datasets: 2 of at most 2 made, 2080 MiB each, beside a cache of 256 MiB for each seed");
    }

    @Test
    void what_two_will_need_is_foreseen_only_where_there_may_be_two() throws IOException {
        available(2336);
        assertThatCode(stock::foresee).doesNotThrowAnyException();

        available(4670);
        stock = stock(2);
        assertThatThrownBy(stock::foresee)
                .hasMessageStartingWith("a second dataset beside the first needs 4671 MiB, but only 4670 MiB");
        available(4672);
        assertThatCode(stock::foresee).doesNotThrowAnyException();
    }

    @Test
    void one_that_comes_back_after_the_end_is_released() throws IOException {
        available(100_000);
        Dataset dataset = stock.make().orElseThrow();
        stock.close();
        stock.giveBack(dataset);

        assertThat(stock.take()).isEmpty();
        assertThat(stock.make()).isEmpty();
        assertThatThrownBy(dataset::hugePages).hasMessageContaining("closed");
    }

    private void available(int mebibytes) throws IOException {
        FakeMachine.available(machine, mebibytes);
    }
}
