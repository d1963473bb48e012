package org.motherlode.ejb.chain.opensy;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.motherlode.model.chain.Chain;
import org.motherlode.model.chain.ChainId;
import org.motherlode.model.pool.PoolDefinition;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;

/** A regtest of the stand-in, with addresses of a pool, its miners and of nobody. */
final class StandIns {
    static final String POOL = "rsyl1qw5vr9e08qptslzgq5t70tvpln3t0euuykt5wyg";
    static final String AMY = "rsyl1q0cjy97zuqxhsw4flv53myt3x60mrwc2ypk7q2e";
    static final String BOB = "fWCeqFffq7oE1XTUtfSMmYV3ntTi7b7LCb";
    static final String NOBODY = "fvdgud2UJiaeUWyp76UgDxP3o21J1tvimw";

    private static final long BEGIN = 1_795_217_078L;

    private StandIns() {}

    static OpenSyAddress address(String text) {
        try {
            return OpenSyAddress.parse(text);
        } catch (OpenSyAddress.NotAnAddressException e) {
            throw new IllegalArgumentException(e.sentence(), e);
        }
    }

    /** Time goes on by a second with each look at the clock. */
    static OpenSyNode started(StandInPow pow) throws IOException {
        AtomicLong clock = new AtomicLong(BEGIN);
        return new OpenSyNode(new StandInChain(StandInRules.REGTEST, pow, () -> clock.addAndGet(1)), address(POOL));
    }

    static Chain chain(OpenSyNode node) throws SettingException {
        return chain(node.url(), Map.of("opensy.node-login", OpenSyNode.LOGIN));
    }

    /** With these settings beside the address and the network. */
    static Chain chain(String url, Map<String, String> more) throws SettingException {
        Map<String, String> settings = new HashMap<>(Map.of("opensy.network", "regtest", "opensy.address", POOL));
        settings.putAll(more);
        return new OpenSyChains().open(pool(url, settings));
    }

    static PoolDefinition pool(String url, Map<String, String> settings) {
        return new PoolDefinition(
                new PoolName("syl"), new ChainId("opensy"), url, url, List.of(), false, new Settings(settings));
    }
}
