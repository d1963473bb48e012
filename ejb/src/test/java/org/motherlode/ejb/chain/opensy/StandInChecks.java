package org.motherlode.ejb.chain.opensy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.motherlode.model.work.Hash;

/** The rules that a block is judged by without its place in the chain, written apart from what builds blocks. */
final class StandInChecks {
    private static final byte[] COMMITMENT = {0x6a, 0x24, (byte) 0xaa, 0x21, (byte) 0xa9, (byte) 0xed};

    private StandInChecks() {}

    /** The root as anybody computes it: level by level over all leaves. */
    static byte[] root(List<byte[]> leaves) {
        List<byte[]> level = new ArrayList<>(leaves);
        while (level.size() > 1) {
            List<byte[]> above = new ArrayList<>();
            for (int i = 0; i < level.size(); i += 2) {
                above.add(Sha256d.hash(level.get(i), level.get(Math.min(i + 1, level.size() - 1))));
            }
            level = above;
        }
        return level.get(0);
    }

    /** CheckBlock. */
    static Optional<String> body(Block block) {
        List<byte[]> ids = block.transactions().stream()
                .map(transaction -> BlockHash.bytes(transaction.id()))
                .toList();
        if (!Arrays.equals(root(ids), block.header().root().toBytes())) {
            return Optional.of("bad-txnmrklroot");
        }
        int script = coinbaseScript(block).length;
        return script < 2 || script > 100 ? Optional.of("bad-cb-length") : Optional.empty();
    }

    /** The hash's first byte is its least. */
    static boolean isEnough(Hash hash, CompactBits bits) {
        byte[] bytes = hash.octets().toBytes();
        BigInteger value = BigInteger.ZERO;
        for (int i = bytes.length - 1; i >= 0; i--) {
            value = value.shiftLeft(8).or(BigInteger.valueOf(bytes[i] & 0xff));
        }
        return value.compareTo(bits.target().orElseThrow()) <= 0;
    }

    /** BIP 34. */
    static boolean beginsWithHeight(Block block, long height) {
        byte[] should;
        if (height <= 16) {
            should = new byte[] {(byte) (0x50 + height)};
        } else {
            byte[] number = BigInteger.valueOf(height).toByteArray(); // has its sign, most significant first
            should = new byte[number.length + 1];
            should[0] = (byte) number.length;
            System.arraycopy(BlockHash.reversed(number), 0, should, 1, number.length);
        }
        byte[] script = coinbaseScript(block);
        return script.length >= should.length && Arrays.equals(should, Arrays.copyOf(script, should.length));
    }

    /** BIP 141, the part that can fail here: a commitment, if there is one or must be one, is that to these transactions. */
    static Optional<String> witness(Block block) {
        List<Transaction> rest =
                block.transactions().subList(1, block.transactions().size());
        Optional<byte[]> said = Optional.empty();
        for (Transaction.Output output : block.transactions().get(0).outputs()) {
            byte[] script = output.script().toBytes();
            if (script.length >= 38 && Arrays.equals(COMMITMENT, Arrays.copyOf(script, COMMITMENT.length))) {
                said = Optional.of(Arrays.copyOfRange(script, 6, 38));
            }
        }
        if (said.isEmpty()) {
            return rest.stream().anyMatch(StandInChecks::hasWitness)
                    ? Optional.of("unexpected-witness")
                    : Optional.empty();
        }
        return Arrays.equals(said.get(), commitmentHash(rest))
                ? Optional.empty()
                : Optional.of("bad-witness-merkle-match");
    }

    /** The script that commits to the witnesses of these, beside a first transaction that counts as zeros. */
    static byte[] commitment(List<Transaction> rest) {
        return new WireWriter().octets(COMMITMENT).octets(commitmentHash(rest)).toBytes();
    }

    private static byte[] commitmentHash(List<Transaction> rest) {
        List<byte[]> leaves = new ArrayList<>();
        leaves.add(new byte[32]);
        rest.forEach(transaction -> leaves.add(Sha256d.hash(transaction.bytes().toBytes())));
        return Sha256d.hash(root(leaves), new byte[32]);
    }

    private static boolean hasWitness(Transaction transaction) {
        return transaction.bytes().at(4) == 0;
    }

    private static byte[] coinbaseScript(Block block) {
        return block.transactions().get(0).inputs().get(0).script().toBytes();
    }
}
