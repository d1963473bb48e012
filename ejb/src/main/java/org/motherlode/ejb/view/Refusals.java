package org.motherlode.ejb.view;

import org.motherlode.model.share.ShareRefusal;

/** How many shares of a worker were refused for a reason; of all workers if the name is empty. */
record Refusals(String worker, ShareRefusal why, long shares) {}
