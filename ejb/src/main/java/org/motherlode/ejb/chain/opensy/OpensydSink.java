package org.motherlode.ejb.chain.opensy;

import org.motherlode.model.chain.BlockSink;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.chain.SubmitAnswer;
import org.motherlode.model.job.SealedBlock;

/** Gives blocks to the node. */
record OpensydSink(Opensyd node) implements BlockSink {
    @Override
    public SubmitAnswer submit(SealedBlock block) throws NodeUnavailableException {
        NodeReply reply = node.submit(block.bytes().hex());
        if (reply instanceof NodeReply.Fault fault) {
            return new SubmitAnswer(
                    false, "the node cannot read the block: " + fault.words() + " (" + fault.code() + ")");
        }
        NodeReply.Result result = reply.orUnavailable();
        return result.isNothing()
                ? new SubmitAnswer(true, "taken as the new best block")
                : SubmitWords.of(result.text());
    }
}
