package org.motherlode.ctl.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.motherlode.model.share.ShareNumber;

/** Shares from CSV, newest first, one at a time. */
final class ShareList {
    static final String HEADER = "accepted_at,node,epoch,sequence,miner,difficulty";

    private final BufferedReader lines;
    private int number = 1;
    private Optional<Share> before = Optional.empty();

    /** Where a share stands in the order of its pool. */
    record Place(Instant acceptedAt, ShareNumber share) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::acceptedAt).thenComparing(Place::share);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }

        static Place of(List<String> fourTexts) {
            return new Place(
                    Instant.parse(fourTexts.get(0)),
                    new ShareNumber(
                            Integer.parseInt(fourTexts.get(1)),
                            Long.parseLong(fourTexts.get(2)),
                            Long.parseLong(fourTexts.get(3))));
        }

        @Override
        public String toString() {
            return share + " of " + acceptedAt;
        }
    }

    record Share(Place place, String miner, BigInteger difficulty) {}

    ShareList(BufferedReader lines) throws IOException, UnreadableBundleException {
        this.lines = lines;
        String header = lines.readLine();
        if (!HEADER.equals(header)) {
            throw new UnreadableBundleException(
                    "the shares must begin with the line " + HEADER + ", not with " + header);
        }
    }

    /** The next older one. */
    Optional<Share> next() throws IOException, UnreadableBundleException {
        String line = lines.readLine();
        number++;
        if (line == null) {
            return Optional.empty();
        }
        Share share = share(List.of(line.split(",", -1)));
        if (before.isPresent() && share.place().compareTo(before.get().place()) >= 0) {
            throw wrong("must be older than the one before: the shares go from the newest to the oldest");
        }
        before = Optional.of(share);
        return before;
    }

    private Share share(List<String> cells) throws UnreadableBundleException {
        if (cells.size() != 6 || !cells.get(5).matches("[1-9][0-9]{0,77}")) {
            throw wrong("must be " + HEADER + ", the last a whole number above 0");
        }
        try {
            return new Share(Place.of(cells.subList(0, 4)), cells.get(4), new BigInteger(cells.get(5)));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw wrong("has no time as 2026-03-01T12:00:00.000000Z, or no share's number: " + e.getMessage());
        }
    }

    private UnreadableBundleException wrong(String words) {
        return new UnreadableBundleException("line " + number + " of the shares " + words);
    }
}
