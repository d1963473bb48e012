package org.motherlode.coopmine.miner;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.pow.PowId;
import org.motherlode.model.pow.Seed;
import org.motherlode.model.work.Hash;
import org.motherlode.pow.mining.Found;
import org.motherlode.pow.mining.MiningHasher;
import org.motherlode.pow.mining.MiningVm;
import org.motherlode.pow.mining.Work;

/** SHA-256 under the name of RandomX: what a pool says to a miner does not depend on the function. */
final class QuickHasher implements MiningHasher {
    @Override
    public PowId id() {
        return MinerCommand.RANDOMX;
    }

    @Override
    public void keep(List<Seed> seeds) {
        // Nothing has to be prepared.
    }

    @Override
    public boolean isReady(Seed seed) {
        return true;
    }

    @Override
    public boolean isFast(Seed seed) {
        return false;
    }

    @Override
    public MiningVm newVm() {
        return new Machine();
    }

    @Override
    public List<String> describe() {
        return List.of();
    }

    @Override
    public void close() {
        // Nothing is held.
    }

    private static final class Machine implements MiningVm {
        @Override
        public Hash hash(Seed seed, byte[] input) {
            try {
                MessageDigest sha = MessageDigest.getInstance("SHA-256");
                sha.update(seed.octets().toBytes());
                return Hash.of(sha.digest(input));
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        /** Every nonce is a find, which is what difficulty 1 means. */
        @Override
        public List<Found> mine(Work work, long firstNonce, int count) {
            List<Found> found = new ArrayList<>();
            for (long nonce = firstNonce; nonce < firstNonce + count; nonce++) {
                byte[] bytes = new byte[work.nonceBytes()];
                for (int at = 0; at < bytes.length; at++) {
                    bytes[at] = (byte) (nonce >>> (8 * at));
                }
                byte[] input =
                        work.blob().with(work.nonceOffset(), Octets.of(bytes)).toBytes();
                found.add(new Found(work, nonce, hash(work.seed(), input)));
            }
            return found;
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
