package org.motherlode.ctl.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.motherlode.ctl.audit.Divided.Mined;
import org.motherlode.model.money.BasisPoints;
import org.motherlode.model.reward.SchemeTerms;
import org.motherlode.model.reward.Unfilled;

class ShareListTest {
    private static final Mined MINED = new Mined(
            List.of("4amy", "4bob", "4amy", "4eve"),
            Stream.of(700, 500, 300, 100).map(BigInteger::valueOf).toList(),
            BigInteger.valueOf(1000));
    private static final String CSV = Divided.csv(MINED);
    private static final Paper BLOCK = Divided.of(
                    MINED,
                    SchemeTerms.pplns(1, new BasisPoints(100), 100, Unfilled.SCALE),
                    Optional.of(BigInteger.valueOf(600_000_000_007L)))
            .whole();

    @Test
    void the_weights_are_summed_again_and_the_oldest_share_counts_in_part() {
        assertThat(told(CSV))
                .contains(
                        "holds  each weight is the sum of the owner's shares",
                        "holds  the window ends with the share 1/9/1 of 2026-03-01T12:00:01Z, of which 100 counts")
                .endsWith("All of it holds.");
    }

    @Test
    void younger_shares_than_the_blocks_own_do_not_count() {
        String younger = CSV.replace("difficulty\n", "difficulty\n2026-03-01T12:00:04.000001Z,0,9,1,4zed,5000\n");

        assertThat(told(younger)).endsWith("All of it holds.");
    }

    @Test
    void what_the_bundle_weighs_wrong_is_named() {
        assertThat(told(CSV.replace(",4bob,500", ",4bob,501")))
                .contains("WRONG  the shares give other weights for 2 owners: 4amy has shares of 399 and in the bundle"
                        + " 400; 4bob has shares of 501 and in the bundle 500");
        assertThat(told(CSV.replace("4eve", "4new")))
                .contains("WRONG  the shares give other weights for 2 owners: 4eve has shares of 0 and in the bundle"
                        + " 100; 4new has shares of 100 and is not in the bundle");
        assertThat(told(CSV.replaceFirst("(?s)2026-03-01T12:00:01.*", "")))
                .contains("WRONG  the work of the shares in the window should be 900, and the bundle says 1000");
    }

    @Test
    void what_is_no_list_of_shares_is_said_with_its_line() {
        assertThat(last("a,b\n")).contains("the shares must begin with the line accepted_at,node,epoch");
        assertThat(last(CSV.replace(",300\n", ",3e2\n"))).contains("line 3 of the shares must be accepted_at,");
        assertThat(last(CSV.replace("12:00:03", "noon"))).contains("line 3 of the shares has no time as 2026");
        assertThat(last(CSV.replace("12:00:01", "12:00:05")))
                .contains("line 5 of the shares must be older than the one before");
    }

    @Test
    void one_line_alone_is_not_weighed() {
        Paper line = Divided.of(MINED, SchemeTerms.pplns(1, new BasisPoints(0), 100, Unfilled.SCALE), Optional.empty())
                .line(0);

        assertThat(line.told(Optional.empty(), Optional.of(CSV)))
                .endsWith("unreadable: one line alone has no other weights: --shares needs the whole bundle");
    }

    private static List<String> told(String csv) {
        return BLOCK.told(Optional.empty(), Optional.of(csv));
    }

    private static String last(String csv) {
        List<String> told = told(csv);
        return told.get(told.size() - 1);
    }
}
