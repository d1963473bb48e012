package org.motherlode.ejb.pool;

import org.motherlode.ejb.node.NodeClaim;
import org.motherlode.ejb.node.Standing;

/**
 * Opens the pools when this server has its node id to itself, and closes their doors when another server has taken it. Shares
 * that were accepted by then are stored, blocks are followed and miners are paid; no miner is let in again before a new start,
 * for the other server's life of the node is the later one.
 */
final class Admission {
    private final NodeClaim claim;
    private final OpeningPools opening;
    private final PoolRun run;
    private boolean open;
    private String told = "";

    Admission(NodeClaim claim, OpeningPools opening, PoolRun run) {
        this.claim = claim;
        this.opening = opening;
        this.run = run;
    }

    synchronized void look() {
        claim.look();
        Standing now = claim.standing();
        if (now.isOurs()) {
            letIn();
        } else if (!told.equals(now.words())) {
            keepOut(now.words());
        }
    }

    private void letIn() {
        if (!open) {
            open = true;
            run.open(opening);
        } else {
            run.openWaiting(opening);
        }
    }

    private void keepOut(String why) {
        told = why;
        if (open) {
            open = false;
            run.close(why);
        } else {
            run.refuse(opening, why);
        }
    }
}
