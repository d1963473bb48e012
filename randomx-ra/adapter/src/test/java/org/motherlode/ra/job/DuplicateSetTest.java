package org.motherlode.ra.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.job.ExtraNonce;
import org.motherlode.ra.job.DuplicateSet.Entry;

class DuplicateSetTest {
    private static final ExtraNonce OURS = new ExtraNonce(Octets.ofHex("01"));
    private static final ExtraNonce THEIRS = new ExtraNonce(Octets.ofHex("02"));

    @Test
    void a_nonce_is_known_only_together_with_its_extra_nonce() {
        DuplicateSet set = new DuplicateSet(10);

        assertThat(set.add(OURS, nonce("00"), false)).isEqualTo(Entry.NEW);
        assertThat(set.add(OURS, nonce("00"), false)).isEqualTo(Entry.KNOWN);
        assertThat(set.add(THEIRS, nonce("00"), false)).isEqualTo(Entry.NEW);
    }

    @Test
    void a_full_set_takes_nothing_new_and_still_knows_the_old() {
        DuplicateSet set = new DuplicateSet(1);
        set.add(OURS, nonce("00"), false);

        assertThat(set.add(OURS, nonce("01"), false)).isEqualTo(Entry.FULL);
        assertThat(set.add(OURS, nonce("00"), false)).isEqualTo(Entry.KNOWN);
        set.remove(OURS, nonce("00"));
        assertThat(set.add(OURS, nonce("01"), false)).isEqualTo(Entry.NEW);
    }

    @Test
    void a_claimed_block_has_some_room_where_others_have_none() {
        DuplicateSet set = new DuplicateSet(1);
        set.add(OURS, nonce("00"), false);

        assertThat(set.add(OURS, nonce("00"), true)).isEqualTo(Entry.KNOWN);
        assertThat(set.add(OURS, nonce("01"), true)).isEqualTo(Entry.NEW);
        assertThat(set.add(OURS, nonce("02"), true)).isEqualTo(Entry.FULL);
    }

    private static Octets nonce(String hex) {
        return Octets.ofHex(hex);
    }
}
