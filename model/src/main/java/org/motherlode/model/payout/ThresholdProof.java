package org.motherlode.model.payout;

import java.time.Instant;

/**
 * What a miner sends back: the parts of the challenge, and its text signed. None of it is to be believed.
 *
 * @param coins the threshold as he wrote it
 * @param network from where it came: the /24 or /48 of the connection, never what a request says of itself
 */
public record ThresholdProof(String coins, Instant until, String token, String signature, String network) {}
