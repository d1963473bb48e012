package org.motherlode.model.chain;

import org.motherlode.model.pool.PoolDefinition;
import org.motherlode.model.pool.SettingException;

/** Opens a chain for a pool. Each chain's package produces exactly one; two pools of a chain live side by side. */
public interface ChainFactory {
    ChainId id();

    /** Connects nothing yet: a node that is away is no reason to fail here, a setting that makes no sense is. */
    Chain open(PoolDefinition pool) throws SettingException;
}
