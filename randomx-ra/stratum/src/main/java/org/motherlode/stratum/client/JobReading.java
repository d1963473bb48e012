package org.motherlode.stratum.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.pow.Seed;
import org.motherlode.model.work.Hash;
import org.motherlode.stratum.json.JsonObject;
import org.motherlode.stratum.json.PlainText;

/** A job out of a pool's JSON, by the rules of XMRig 6.26; an {@link IOException} says what is wrong with it. */
public final class JobReading {
    private static final int LEAST_BLOB_BYTES = PoolJob.USUAL_NONCE_OFFSET + PoolJob.NONCE_BYTES;
    private static final int MOST_BLOB_BYTES = 407;
    private static final int MOST_ID_CHARS = 256;

    private JobReading() {}

    /** Reads a job that belongs to this login. */
    public static PoolJob read(String session, JsonObject job) throws IOException {
        String id = required(job, "job_id");
        if (id.length() > MOST_ID_CHARS) {
            throw new IOException("the job's job_id has more than " + MOST_ID_CHARS + " characters");
        }
        Octets blob = hex(job, "blob");
        if (blob.length() < LEAST_BLOB_BYTES || blob.length() > MOST_BLOB_BYTES) {
            throw new IOException("the job's blob has " + blob.length() + " bytes");
        }
        return new PoolJob(
                session,
                id,
                blob,
                nonceOffset(job, blob),
                target(hex(job, "target")),
                job.text("algo"),
                job.number("height").orElse(0L),
                seed(hex(job, "seed_hash")),
                next(job));
    }

    /** Not XMRig's: pools of chains whose nonce is elsewhere say so. What is there and no whole number is no place at all. */
    private static int nonceOffset(JsonObject job, Octets blob) throws IOException {
        if (!job.has("nonce_offset")) {
            return PoolJob.USUAL_NONCE_OFFSET;
        }
        int most = blob.length() - PoolJob.NONCE_BYTES;
        long offset = job.number("nonce_offset").orElse(-1L);
        if (offset < 0 || offset > most) {
            throw new IOException("the job's nonce_offset is not a whole number from 0 to " + most
                    + ", so that the nonce's " + PoolJob.NONCE_BYTES + " bytes lie in its blob of " + blob.length());
        }
        return (int) offset;
    }

    /** Eight bytes are the target; four are its upper half, stretched as XMRig does it. Zero would mean no share ever. */
    private static long target(Octets bytes) throws IOException {
        ByteBuffer little = ByteBuffer.wrap(bytes.toBytes()).order(ByteOrder.LITTLE_ENDIAN);
        long target = 0;
        if (bytes.length() == Long.BYTES) {
            target = little.getLong();
        } else if (bytes.length() == Integer.BYTES) {
            long upper = Integer.toUnsignedLong(little.getInt());
            target = upper == 0 ? 0 : Long.divideUnsigned(-1L, 0xFFFF_FFFFL / upper);
        }
        if (target == 0) {
            throw new IOException("the job's target is '" + bytes.hex() + "'");
        }
        return target;
    }

    private static Seed seed(Octets bytes) throws IOException {
        if (bytes.length() != Hash.BYTES) {
            throw new IOException("the job's seed_hash has " + bytes.length() + " bytes");
        }
        return new Seed(bytes);
    }

    private static Optional<Seed> next(JsonObject job) throws IOException {
        return job.text("next_seed_hash").filter(hex -> !hex.isEmpty()).isPresent()
                ? Optional.of(seed(hex(job, "next_seed_hash")))
                : Optional.empty();
    }

    private static Octets hex(JsonObject job, String key) throws IOException {
        String text = required(job, key);
        try {
            return Octets.ofHex(text);
        } catch (IllegalArgumentException notHex) {
            throw new IOException("the job's " + key + " is not hex: '" + PlainText.of(text, 32) + "'");
        }
    }

    private static String required(JsonObject job, String key) throws IOException {
        return job.text(key).orElseThrow(() -> new IOException("the job has no " + key));
    }
}
