package org.motherlode.ra.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.motherlode.model.share.ShareRefusal;

/**
 * Something that the adapter counts from its start on. What has a {@link #whole} is a part of that and counted with it; the parts of
 * a whole leave nothing of it out and do not overlap, so they sum to it.
 */
public enum Count {
    CONNECTIONS_ACCEPTED("Sockets that were let in"),
    CONNECTIONS_REFUSED("Sockets over a bound, closed at once"),
    ARRIVALS_THROTTLED(
            CONNECTIONS_REFUSED, "Sockets among them that came too soon after others of their address or network"),
    CONNECTIONS_BANNED(CONNECTIONS_REFUSED, "Sockets among them whose address is banned"),
    CONNECTIONS_REFUSED_ADDRESS(
            CONNECTIONS_REFUSED, "Sockets among them whose address has connections-per-address already"),
    CONNECTIONS_REFUSED_NETWORK(
            CONNECTIONS_REFUSED, "Sockets among them whose network has connections-per-network already"),
    CONNECTIONS_REFUSED_FULL(
            CONNECTIONS_REFUSED, "Sockets among them that found all connections taken and nobody to make room"),
    CONNECTIONS_REFUSED_HANDSHAKES(
            CONNECTIONS_REFUSED, "Sockets among them that found all handshakes taken and nobody to make room"),
    ACCEPTS_FAILED("Attempts to take a connection that failed, as with too many open files; the port then pauses"),
    CONNECTIONS_CUT("Sockets closed for what they did, or did not do in time"),
    CONNECTIONS_CUT_SLOW(CONNECTIONS_CUT, "Sockets among them that did not read what they were sent"),
    CONNECTIONS_CUT_IDLE(CONNECTIONS_CUT, "Sockets among them that said nothing for idle-millis"),
    CONNECTIONS_CUT_LOGIN(CONNECTIONS_CUT, "Sockets among them that did not log in within login-millis"),
    CONNECTIONS_CUT_SHARE(CONNECTIONS_CUT, "Sockets among them without a good share for first-share-millis"),
    CONNECTIONS_CUT_LINE(
            CONNECTIONS_CUT, "Sockets among them with a line or a record of TLS that did not end within line-millis"),
    CONNECTIONS_CUT_HANDSHAKE(
            CONNECTIONS_CUT, "Sockets among them that did not come to their first line within handshake-millis"),
    CONNECTIONS_CUT_TLS(CONNECTIONS_CUT, "Sockets among them that began a second TLS handshake"),
    CONNECTIONS_CUT_HASHES(CONNECTIONS_CUT, "Sockets among them with bad-hashes wrong hashes in a row"),
    CONNECTIONS_CUT_JOBS(CONNECTIONS_CUT, "Sockets among them with unknown-jobs shares of jobs that were never theirs"),
    CONNECTIONS_CUT_BANNED(
            CONNECTIONS_CUT, "Sockets among them that were open when their address or wallet was banned"),
    CONNECTIONS_FLOODING(
            CONNECTIONS_CUT,
            "Sockets among them that sent more lines than they, or others of their address or network with them, may"),
    CONNECTIONS_DISPLACED(
            "Sockets closed for one from a network with fewer, where all places were taken; none that had a good share lately"),
    PROXY_HEADERS_REFUSED("Sockets from a trusted network without a good PROXY header"),
    TLS_HANDSHAKES("TLS handshakes that were completed"),
    TLS_HANDSHAKES_FAILED("TLS handshakes that failed"),
    CERTIFICATES_UNREADABLE("Attempts to read a certificate again that failed; the old one stays"),
    CONNECTION_FAULTS("Sockets closed because of a fault of ours; one line a minute is logged"),
    LOGINS_ACCEPTED("Logins that got a first job"),
    LOGINS_REFUSED("Logins that were answered with an error"),
    LOGINS_THROTTLED("Logins among them that went over a budget of their address or wallet"),
    GETJOBS_THROTTLED("Jobs asked for over a budget of the connection, its address or its network"),
    LINES_UNUSABLE("Lines that were no request"),
    TEMPLATES_PUBLISHED("Block templates that became jobs"),
    TEMPLATES_DELAYED("Block templates that had to wait until their seed was ready; miners worked on meanwhile"),
    JOBS_SENT("Jobs given to miners"),
    PROPOSALS_REFUSED("Blocks that miners made themselves and that could not be taken"),
    PROPOSALS_THROTTLED("Blocks among them that came while too many others did, and were not looked at"),
    PROPOSALS_FAILED(
            "Blocks among them that could not be judged because of a fault of ours; one line a minute is logged"),
    SHARES_SUBMITTED("Shares as miners sent them"),
    SHARES_ACCEPTED("Verified shares that got a number"),
    SHARES_LATE("Accepted shares for a block that was just found by somebody, within late.millis"),
    SHARES_STALE("Shares of an older height or another parent, or of a job so old that it is forgotten"),
    SHARES_DUPLICATE("Shares sent before"),
    SHARES_LOW_DIFFICULTY("Shares that miss their job's target"),
    SHARES_BAD_HASH("Shares whose hash is not what the miner claimed"),
    SHARES_UNKNOWN_JOB("Shares for a job that the session was never given"),
    SHARES_MALFORMED("Shares with a nonce of the wrong shape"),
    SHARES_WRONG_ALGORITHM("Shares that name another function of the pool than their job asks for"),
    SHARES_MISPLACED_NONCE("Shares whose nonce their miner wrote where this chain has none"),
    SHARES_THROTTLED("Shares over a miner's bound"),
    SHARES_THROTTLED_OWN(SHARES_THROTTLED, "Shares among them over own-submits of their connection"),
    SHARES_THROTTLED_IN_FLIGHT(
            SHARES_THROTTLED,
            "Shares among them of a connection with shares-in-flight, or unproven-in-flight, unverified"),
    SHARES_THROTTLED_TEMPLATE(
            SHARES_THROTTLED, "Shares among them for a template that remembers duplicates-per-template already"),
    SHARES_THROTTLED_FIRST(
            SHARES_THROTTLED,
            "Shares among them over first-hashes of their address, its network, or the wallet there, before their connection's first good one"),
    SHARES_THROTTLED_ADDRESS(SHARES_THROTTLED, "Shares among them over submits of their address or its network"),
    SHARES_THROTTLED_WALLET(SHARES_THROTTLED, "Shares among them over wallet-submits of their wallet in their network"),
    SHARES_NOT_READY("Shares that came while the server could not take them"),
    SHARES_DISPLACED("Shares among them that had to leave a full line to somebody with fewer in it"),
    SHARES_UNHASHED("Shares among them that waited for a verifier when their connection was sent away"),
    REFUSALS_UNNAMED("Refused shares whose worker is not noted, because refused-kinds others are"),
    SHARES_ANSWERED_LATE("Accepted shares whose miner heard an error because storing took too long"),
    HASHES("Proof-of-work hashes computed"),
    HASHES_LIGHT(
            "Hashes among them that were computed in light mode: from a cache, eight times slower than from a dataset"),
    HASHES_REPEATED("Hashes among them that were computed once more, in another way, before a claim was called false"),
    HASHES_FAILED("Hashes that could not be computed because of a fault of ours; one line a minute is logged"),
    HASHES_DIFFERED(
            "Hashes that came out differently when computed again: unstable hardware; one line a minute is logged"),
    VERDICTS_FAILED("Verdicts on shares that a fault of ours kept from their miners; one line a minute is logged"),
    BANS_MADE("Bans by the adapter's own rules"),
    BANS_FORGOTTEN("Bans among them that will not be stored because too many waited for the database"),
    STORING_FAULTS("Attempts to deliver a batch that ran into a bug and were repeated; one line a minute is logged"),
    BLOCK_FAULTS("Attempts to deliver a block that ran into a bug and were repeated; one line a minute is logged"),
    HOUSE_FAULTS("Tasks of the thread that publishes work that ran into a bug; one line a minute is logged"),
    WORKSHOP_FAULTS("Tasks of the thread that reads certificates that ran into a bug; one line a minute is logged"),
    TIMES_UNRESERVED("Attempts to reserve acceptance times on disk that failed; one line a minute is logged"),
    BATCHES_STORED("Batches of shares that the listener took"),
    LIFE_SIGNS("Empty batches among them"),
    DELIVERIES_FAILED("Attempts to deliver a batch that failed and were repeated"),
    BLOCKS_FOUND("Verified block candidates"),
    BLOCKS_RIVAL(
            "Verified block candidates whose job was for a block that the chain had already, as far as this server knew; submitted all the same"),
    BLOCKS_DELIVERED("Block candidates that the listener took"),
    BLOCK_DELIVERIES_FAILED("Attempts to deliver a block that failed and were repeated");

    private static final Set<Count> SUMS =
            Arrays.stream(values()).flatMap(count -> count.whole().stream()).collect(Collectors.toUnmodifiableSet());

    private final @Nullable Count whole;
    private final String words;

    Count(String words) {
        this.whole = null;
        this.words = words;
    }

    Count(Count whole, String words) {
        this.whole = whole;
        this.words = words;
    }

    /** What this one is a part of. */
    public Optional<Count> whole() {
        return Optional.ofNullable(whole);
    }

    /** Whether others are parts of it. */
    public boolean isSum() {
        return SUMS.contains(this);
    }

    /** What it is made of; none if it is counted by itself. */
    public List<Count> parts() {
        return Arrays.stream(values()).filter(count -> count.whole == this).toList();
    }

    /** The count of shares that were refused for this reason. */
    public static Count of(ShareRefusal why) {
        return valueOf("SHARES_" + why.name());
    }

    public String metric() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String words() {
        return words;
    }
}
