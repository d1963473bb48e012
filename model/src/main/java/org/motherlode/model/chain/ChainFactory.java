package org.motherlode.model.chain;

import java.util.Set;
import org.motherlode.model.pool.PoolDefinition;
import org.motherlode.model.pool.SettingException;

/** Opens a chain for a pool. Each chain's package produces exactly one; two pools of a chain live side by side. */
public interface ChainFactory {
    ChainId id();

    /**
     * The keys that this chain reads from a pool's settings; each begins with the chain's id and a dot. {@link #open}
     * refuses any other key that begins so.
     */
    default Set<String> settingKeys() {
        return Set.of();
    }

    /** Connects nothing yet: a node that is away is no reason to fail here, a setting that makes no sense is. */
    Chain open(PoolDefinition pool) throws SettingException;
}
