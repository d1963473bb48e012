package org.motherlode.ejb.chain.toy;

import org.motherlode.model.chain.BlockSink;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.chain.SubmitAnswer;
import org.motherlode.model.job.SealedBlock;

/** Gives headers to the toy node. */
record ToySink(ToyRpc rpc) implements BlockSink {
    @Override
    public SubmitAnswer submit(SealedBlock block) throws NodeUnavailableException {
        String answer = rpc.ask("/submit/" + block.bytes().hex()).get(0);
        return new SubmitAnswer(answer.equals("taken"), answer);
    }
}
