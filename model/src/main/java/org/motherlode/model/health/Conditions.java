package org.motherlode.model.health;

import java.util.List;

/** The state of everything that the pools need; answered from memory, never by asking a node. */
public interface Conditions {
    List<Condition> now();
}
