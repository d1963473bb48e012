package org.motherlode.toy;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The toy chain's rules and its only copy: blocks, accounts, payments. */
final class ToyChainState {
    static final long MATURITY = 5;
    private static final BigInteger LARGEST = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);
    private static final int HEADER = 56;

    private final BigInteger difficulty;
    private final String miner;
    private final List<Block> blocks = new ArrayList<>();
    private final Map<String, Account> accounts = new TreeMap<>();
    private final Map<String, Long> payments = new TreeMap<>();

    /** A payment as its payer signs it. */
    record Transfer(String from, long nonce, String to, long amount, long fee) {}

    private record Block(String id, boolean pools) {}

    private record Account(long balance, long nonce) {}

    ToyChainState(BigInteger difficulty, String miner) {
        this.difficulty = difficulty;
        this.miner = miner;
        blocks.add(new Block("00".repeat(32), false));
    }

    synchronized String tip() {
        return (blocks.size() - 1) + " " + last().id() + " " + difficulty;
    }

    /** Takes a header that follows the tip and meets the difficulty; anything else changes nothing. */
    synchronized String submit(String hex) {
        byte[] header = HexFormat.of().parseHex(hex);
        byte[] hash = sha256(header);
        boolean follows = header.length == HEADER
                && ByteBuffer.wrap(header).getLong() == blocks.size()
                && HexFormat.of().formatHex(header, 8, 40).equals(last().id());
        if (!follows || new BigInteger(1, hash).multiply(difficulty).compareTo(LARGEST) > 0) {
            return "refused";
        }
        append(new Block(HexFormat.of().formatHex(hash), true));
        return "taken";
    }

    /** Blocks of nobody in particular. */
    synchronized void pass(int count) {
        for (int i = 0; i < count; i++) {
            byte[] next = ByteBuffer.allocate(40)
                    .putLong(blocks.size())
                    .put(HexFormat.of().parseHex(last().id()))
                    .array();
            append(new Block(HexFormat.of().formatHex(sha256(next)), false));
        }
    }

    /** What became of the block that was to have this height. */
    synchronized String block(String id, long itsHeight) {
        for (int height = 1; height < blocks.size(); height++) {
            if (blocks.get(height).id().equals(id)) {
                long confirmations = (long) blocks.size() - height;
                return confirmations < MATURITY
                        ? "pending " + confirmations + " " + MATURITY
                        : "mature " + reward(height);
            }
        }
        return itsHeight < blocks.size() ? "orphan" : "unknown";
    }

    synchronized String account(String name) {
        Account account = of(name);
        return account.balance() + " " + account.nonce();
    }

    synchronized long balance(String name) {
        return of(name).balance();
    }

    /** A payment with a nonce that was used already changes nothing, so a payment can be sent again. */
    synchronized String pay(Transfer wish) {
        Account payer = of(wish.from());
        long spent = wish.amount() + wish.fee();
        if (wish.nonce() != payer.nonce() || payer.balance() < spent) {
            return "refused";
        }
        accounts.put(wish.from(), new Account(payer.balance() - spent, payer.nonce() + 1));
        accounts.put(
                wish.to(),
                new Account(
                        of(wish.to()).balance() + wish.amount(), of(wish.to()).nonce()));
        payments.put("tx-" + wish.from().substring(4) + "-" + wish.nonce(), (long) blocks.size());
        return "taken";
    }

    synchronized String payment(String id) {
        Long minedAt = payments.get(id);
        if (minedAt == null) {
            return "unknown";
        }
        return blocks.size() > minedAt ? "mined " + minedAt : "waiting";
    }

    private void append(Block block) {
        blocks.add(block);
        int maturing = blocks.size() - (int) MATURITY;
        if (maturing > 0 && blocks.get(maturing).pools()) {
            Account pool = of(miner);
            accounts.put(miner, new Account(pool.balance() + reward(maturing), pool.nonce()));
        }
    }

    /** Known only when the block matures. */
    private static long reward(int height) {
        return 5000L + height % 7;
    }

    private Account of(String name) {
        return accounts.getOrDefault(name, new Account(0, 0));
    }

    private Block last() {
        return blocks.get(blocks.size() - 1);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
