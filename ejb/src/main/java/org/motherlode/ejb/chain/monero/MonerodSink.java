package org.motherlode.ejb.chain.monero;

import org.motherlode.model.chain.BlockSink;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.chain.SubmitAnswer;
import org.motherlode.model.job.SealedBlock;

/** Gives blocks to monerod. */
record MonerodSink(Monerod node) implements BlockSink {
    @Override
    public SubmitAnswer submit(SealedBlock block) throws NodeUnavailableException {
        if (node.submit(block.bytes().hex()) instanceof RpcReply.Fault fault) {
            return new SubmitAnswer(false, words(fault));
        }
        return new SubmitAnswer(true, "taken; whether it is on the main chain is still to be asked");
    }

    /** The codes of monero's {@code core_rpc_server_error_codes.h}. */
    private static String words(RpcReply.Fault fault) {
        return switch (fault.code()) {
            case -6 -> "the node cannot read the block";
            case -7 -> "the node refuses the block: its proof of work, time or miner transaction is not good";
            case -10 -> "the block has the wrong size";
            default -> fault.words() + " (" + fault.code() + ")";
        };
    }
}
