package org.motherlode.ra.guard;

import java.util.Optional;
import org.motherlode.model.ban.Ban;
import org.motherlode.model.ban.BanSubject;
import org.motherlode.model.share.ShareRefusal;
import org.motherlode.ra.statistics.Count;

/** One connection. What is its own is used on its loop only, but for {@link #close}. */
final class Guest implements Visitor {
    private record Wallet(WalletHere here, Origin origin) {}

    private final Gatehouse house;
    private final Place place;
    private final Runnable close;
    private final Bucket submits;
    private final Bucket keepAlives;
    private final LineAllowance lines;
    private Bucket getJobs;
    private Optional<Wallet> used = Optional.empty();
    private Optional<BanSubject> wallet = Optional.empty();
    private long seenChanges;
    private int unknownJobs;
    private boolean newcomer;
    private boolean proven;
    private boolean sentAway;
    private boolean left;

    Guest(Gatehouse house, Place place, Runnable close) {
        long now = house.clock().millis();
        this.house = house;
        this.place = place;
        this.close = close;
        this.submits = new Bucket(house.settings().ownSubmits(), now);
        this.keepAlives = new Bucket(house.settings().keepAlives(), now);
        this.lines = new LineAllowance(house.settings().lines(), now);
        this.getJobs = new Bucket(house.settings().getJobs(), now);
        // Asked for bans a moment ago; whatever came since is seen at the first look.
        this.seenChanges = -1;
    }

    @Override
    public boolean may(Ask what) {
        if (place.counted().isEmpty()) {
            return true;
        }
        long now = house.clock().millis();
        boolean yes =
                switch (what) {
                    case ARRIVE, LOGIN, SUBMIT, PROPOSE -> place.take(what, now);
                    case WALLET_SUBMIT -> takeOfWallet(what, now);
                    case OWN_SUBMIT -> submits.take(now);
                    case FIRST_HASH -> proven || andWallet(what, now);
                    case KEEP_ALIVE -> keepAlives.take(now);
                    case OWN_GET_JOB -> getJobs.take(now);
                    case GET_JOB -> sharedJob(now);
                };
        if (!yes) {
            count(what);
        }
        return yes;
    }

    /** Its own first: what others of its address have used up is nothing to who sends no more than that. */
    @Override
    public boolean maySay(int many) {
        if (place.counted().isEmpty()) {
            return true;
        }
        long now = house.clock().millis();
        return lines.take(many, now) || place.takeLines(many, now);
    }

    @Override
    public void giveBack(Ask what) {
        if (place.counted().isEmpty()) {
            return;
        }
        switch (what) {
            case ARRIVE, LOGIN, SUBMIT, PROPOSE -> place.giveBack(what);
            case WALLET_SUBMIT -> giveWalletBack(what);
            case FIRST_HASH -> {
                place.giveBack(what);
                giveWalletBack(what);
            }
            case OWN_SUBMIT -> submits.giveBack();
            case KEEP_ALIVE -> keepAlives.giveBack();
            case OWN_GET_JOB -> getJobs.giveBack();
            case GET_JOB -> {
                place.giveBack(what);
                getJobs.giveBack();
            }
        }
    }

    private void count(Ask refused) {
        switch (refused) {
            case LOGIN -> house.figures().count(Count.LOGINS_THROTTLED);
            case OWN_GET_JOB, GET_JOB -> house.figures().count(Count.GETJOBS_THROTTLED);
            case ARRIVE, OWN_SUBMIT, SUBMIT, WALLET_SUBMIT, FIRST_HASH, PROPOSE, KEEP_ALIVE -> {}
        }
    }

    @Override
    public Optional<String> logsIn(String name) {
        wallet = BanSubject.parse(BanSubject.WALLET + name);
        seenChanges = -1;
        Optional<String> banned = sentence().map(Sentence::words);
        if (banned.isPresent() || place.counted().isEmpty() || proven) {
            return banned;
        }
        leaveWallet();
        WalletHere here = new WalletHere(name, place.counted().get().where().network());
        used = house.wallets().enter(here, Integer.MAX_VALUE).map(origin -> new Wallet(here, origin));
        newcomer = used.filter(named -> named.origin().newcomer(house.settings().perWallet()))
                .isPresent();
        if (!newcomer) {
            leaveWallet();
            house.figures().count(Count.LOGINS_THROTTLED);
            return Optional.of("Too many new connections of this wallet, try again later");
        }
        return Optional.empty();
    }

    @Override
    public void worked() {
        lines.earn();
        if (!proven) {
            proven = true;
            getJobs = new Bucket(house.settings().provenGetJobs(), house.clock().millis());
            settle();
        }
        place.counted().ifPresent(from -> from.here().worked());
        // The verdict may come after the connection's end: the share is good all the same, but nobody needs a place.
        place.counted().filter(from -> !left).ifPresent(from -> house.worked(this, from));
    }

    @Override
    public void failed(ShareRefusal why) {
        unknownJobs += why == ShareRefusal.UNKNOWN_JOB ? 1 : 0;
        Offence.of(why).ifPresent(this::offended);
    }

    @Override
    public Optional<Sentence> sentence() {
        if (sentAway) {
            return Optional.empty();
        }
        Optional<Sentence> sentence = banned().or(this::lost);
        sentAway = sentence.isPresent();
        return sentence;
    }

    @Override
    public void leave() {
        if (!left) {
            left = true;
            leaveWallet();
            house.leave(this, place);
        }
    }

    /** From any thread. */
    void close() {
        close.run();
    }

    @Override
    public void offended(Offence what) {
        place.counted()
                .filter(from -> from.here().offended(what))
                .ifPresent(from -> house.ban(from.where().address(), what.words()));
    }

    private Optional<Sentence> banned() {
        long changes = house.bans().changes();
        if (changes == seenChanges) {
            return Optional.empty();
        }
        seenChanges = changes;
        Optional<Ban> ofAddress =
                place.counted().flatMap(from -> house.bans().of(from.where().exact()));
        return ofAddress
                .or(() -> wallet.flatMap(named -> house.bans().find(named)))
                .map(ban -> new Sentence(Farewell.to(ban, house.clock().instant()), Count.CONNECTIONS_CUT_BANNED));
    }

    /** Works on something that was never its job, and has never had a good share: it needs a fresh start. */
    private Optional<Sentence> lost() {
        boolean lost = !proven
                && place.counted().isPresent()
                && unknownJobs >= house.settings().bans().unknownJobs();
        return lost
                ? Optional.of(new Sentence("Invalid job id, too often", Count.CONNECTIONS_CUT_JOBS))
                : Optional.empty();
    }

    /** The wallet's share goes last, so that nobody uses up another's with what its own address may not do. */
    private boolean andWallet(Ask what, long now) {
        if (!place.take(what, now)) {
            return false;
        }
        boolean walletToo = takeOfWallet(what, now);
        if (!walletToo) {
            place.giveBack(what);
        }
        return walletToo;
    }

    private boolean takeOfWallet(Ask what, long now) {
        return used.isEmpty() || used.get().origin().take(what, now);
    }

    private void giveWalletBack(Ask what) {
        used.ifPresent(named -> named.origin().giveBack(what));
    }

    private boolean sharedJob(long now) {
        boolean yes = place.take(Ask.GET_JOB, now);
        if (!yes) {
            getJobs.giveBack();
        }
        return yes;
    }

    private void leaveWallet() {
        settle();
        used.ifPresent(named -> house.wallets().leave(named.here(), named.origin()));
        used = Optional.empty();
    }

    /** It is no newcomer of its wallet any more. */
    private void settle() {
        if (newcomer) {
            newcomer = false;
            used.ifPresent(named -> named.origin().newcomerIsOver());
        }
    }
}
