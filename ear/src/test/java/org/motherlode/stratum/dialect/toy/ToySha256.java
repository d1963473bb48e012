package org.motherlode.stratum.dialect.toy;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.motherlode.model.pow.PowHasher;
import org.motherlode.model.pow.PowHasherProvider;
import org.motherlode.model.pow.PowId;
import org.motherlode.model.pow.PowOptions;
import org.motherlode.model.pow.PowVm;
import org.motherlode.model.pow.Seed;
import org.motherlode.model.work.Hash;

/** SHA-256 without a seed: always ready. */
public final class ToySha256 implements PowHasherProvider {
    @Override
    public PowId id() {
        return new PowId("toy-sha256");
    }

    @Override
    public PowHasher open(PowOptions options) {
        return new Hasher(id());
    }

    private record Hasher(PowId id) implements PowHasher {
        @Override
        public void keep(List<Seed> seeds) {
            // There is nothing to prepare.
        }

        @Override
        public boolean isReady(Seed seed) {
            return true;
        }

        @Override
        public PowVm newVm() {
            try {
                return new Vm(MessageDigest.getInstance("SHA-256"));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }

        @Override
        public List<String> describe() {
            return List.of("SHA-256 of the JDK");
        }

        @Override
        public void close() {
            // There is nothing to give back.
        }
    }

    private record Vm(MessageDigest digest) implements PowVm {
        @Override
        public Hash hash(Seed seed, byte[] input) {
            return Hash.of(digest.digest(input));
        }

        @Override
        public void close() {
            // There is nothing to give back.
        }
    }
}
