package org.motherlode.pow.mining;

import org.motherlode.model.work.Hash;

/** A nonce (unsigned) whose hash meets the target of its work. */
public record Found(Work work, long nonce, Hash hash) {}
