package org.motherlode.ra.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.motherlode.model.chain.AddressVerdict;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;
import org.motherlode.model.pow.PowId;
import org.motherlode.model.pow.PowPlan;
import org.motherlode.model.stratum.PoolDoor;
import org.motherlode.model.wire.Request;
import org.motherlode.ra.epoch.NodeLife;
import org.motherlode.ra.job.JobBoard;
import org.motherlode.ra.job.JobNumbers;

class EntranceTest {
    private static final PowPlan PLAN = new PowPlan(new PowId("rx/0"), List.of(new PowId("rx/2")));

    @Test
    void of_all_that_a_miner_offers_only_what_the_pool_may_ask_for_is_remembered() throws Exception {
        assertThat(admitted("cn/r", "rx/2", "rx/0", "rx/wow")).isEqualTo("[rx/2, rx/0]");
        assertThat(admitted()).isEqualTo("[]");
        assertThat(admitted("rx/wow", "rx/2")).isEqualTo("this pool mines rx/0, which your miner does not offer");
    }

    private static String admitted(String... algorithms) throws SettingException {
        Settings none = Settings.parse("");
        PoolDoor door = new PoolDoor(text -> new AddressVerdict.Payable(new MinerAddress(text)), PLAN);
        JobBoard board = new JobBoard(new JobNumbers(new NodeLife(0, 1, 0)), 100);
        Lobby lobby = new Lobby(new PoolName("toy"), door, board, VardiffSettings.of(none), LatePolicy.of(none));
        return new Entrance(lobby)
                .admit(new Request.Login("1", "miner1", "x", "agent", Optional.empty(), List.of(algorithms)))
                .fold(member -> member.algorithms().toString(), sentence -> sentence);
    }
}
