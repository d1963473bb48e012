package org.motherlode.model.chain;

import org.motherlode.model.work.Difficulty;

/** The node's best block. {@code height} is that block's own; the next template has {@code height + 1}. */
public record Tip(long height, String blockId, Difficulty nextDifficulty) {}
