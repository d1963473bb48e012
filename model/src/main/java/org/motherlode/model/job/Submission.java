package org.motherlode.model.job;

import org.motherlode.model.bytes.Octets;
import org.motherlode.model.work.Hash;

/** A solution: whose work, which nonce (as it stands in the block), and the verified proof-of-work hash. */
public record Submission(ExtraNonce extraNonce, Octets nonce, Hash powHash) {}
