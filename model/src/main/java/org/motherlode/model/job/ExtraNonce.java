package org.motherlode.model.job;

import org.motherlode.model.bytes.Octets;

/**
 * The bytes that make one job's work differ from every other's: unique per connection <em>and</em> per job, because
 * miners start again at nonce 0 with each job. Where they stand in the block is the chain's business.
 */
public record ExtraNonce(Octets octets) {}
