package org.motherlode.model.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.money.Asset;
import org.motherlode.model.money.Money;
import org.motherlode.model.pool.PoolName;

class TransferTest {
    private static final PoolName POOL = new PoolName("monero");
    private static final Account WALLET = Account.of(POOL, AccountKind.WALLET);
    private static final Account AMY = Account.of(POOL, AccountKind.MINER_RESERVED, new MinerAddress("amy"));
    private static final Money SOME = Money.ofAtoms(5, new Asset("XMR", 12));

    @Test
    void the_same_event_between_the_same_accounts_has_the_same_id() {
        Transfer first = new Transfer("pay/1", AMY, WALLET, SOME);

        assertThat(new Transfer("pay/1", AMY, WALLET, SOME.plus(SOME)).id()).isEqualTo(first.id());
        assertThat(new Transfer("pay/1", WALLET, AMY, SOME).id()).isNotEqualTo(first.id());
        assertThat(new Transfer("pay/2", AMY, WALLET, SOME).id()).isNotEqualTo(first.id());
    }

    @Test
    void a_transfer_moves_something_within_one_pool() {
        Account other = Account.of(new PoolName("tos"), AccountKind.WALLET);

        assertThatThrownBy(() -> new Transfer("x", AMY, AMY, SOME)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Transfer("x", AMY, other, SOME)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Transfer("x", AMY, WALLET, Money.zero(SOME.asset())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_miners_account_has_an_owner_and_the_pools_has_none() {
        assertThatThrownBy(() -> Account.of(POOL, AccountKind.MINER_PAYABLE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Account(POOL, AccountKind.FEES, "amy"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void every_kind_is_found_by_its_text() {
        for (AccountKind kind : AccountKind.values()) {
            assertThat(AccountKind.of(kind.text())).isEqualTo(kind);
        }
    }
}
