package org.motherlode.ejb.chain.monero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionIdsTest {
    private static final String ID = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    @ParameterizedTest
    @ValueSource(strings = {ID, "0123456789ABCDEF0123456789abcdef0123456789abcdef0123456789ABCDEF", " " + ID + "\t"})
    void one_transaction_has_one_id_however_it_was_typed(String typed) {
        assertThat(TransactionIds.read(typed)).isEqualTo(ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab12", ID + "0", "g123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"})
    void what_is_no_id_is_told(String typed) {
        assertThatThrownBy(() -> TransactionIds.read(typed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("transaction must be the id of a Monero transaction, 64 hexadecimal digits, not '" + typed
                        + "'");
    }

    @Test
    void the_letters_of_other_scripts_are_none() {
        assertThatThrownBy(() -> TransactionIds.read("\uff10" + ID.substring(1)))
                .hasMessageContaining("must be");
    }
}
