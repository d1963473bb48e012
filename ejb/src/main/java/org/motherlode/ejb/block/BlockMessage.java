package org.motherlode.ejb.block;

import org.motherlode.model.money.Asset;
import org.motherlode.model.share.FoundBlock;

/** A found block with what its pool pays in, so that the row can be written while the pool is closed. */
record BlockMessage(FoundBlock found, Asset asset) {}
