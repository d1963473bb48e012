package org.motherlode.ra.guard;

import java.util.Optional;
import org.motherlode.model.share.ShareRefusal;

/** One connection. Its own buckets are used on its loop only. */
final class Guest implements Visitor {
    private record Wallet(String name, Origin origin) {}

    private final Gatehouse house;
    private final Place place;
    private final Bucket submits;
    private final Bucket keepAlives;
    private final Bucket getJobs;
    private Optional<Wallet> unproven = Optional.empty();
    private boolean proven;
    private boolean left;

    Guest(Gatehouse house, Place place) {
        long now = house.now();
        this.house = house;
        this.place = place;
        this.submits = new Bucket(house.settings().ownSubmits(), now);
        this.keepAlives = new Bucket(house.settings().keepAlives(), now);
        this.getJobs = new Bucket(house.settings().getJobs(), now);
    }

    @Override
    public boolean may(Ask what) {
        if (place.counted().isEmpty()) {
            return true;
        }
        long now = house.now();
        return switch (what) {
            case LOGIN -> place.take(what, now);
            case SUBMIT -> submits.take(now) && place.take(what, now);
            case FIRST_HASH -> proven || firstHash(now);
            case KEEP_ALIVE -> keepAlives.take(now);
            case GET_JOB -> proven || getJobs.take(now);
        };
    }

    @Override
    public Optional<String> logsIn(String wallet) {
        if (place.counted().isEmpty()) {
            return Optional.empty();
        }
        leaveWallet();
        Optional<Origin> entered =
                house.wallets().enter(wallet, house.settings().perWallet());
        unproven = entered.map(origin -> new Wallet(wallet, origin));
        return entered.isPresent()
                ? Optional.empty()
                : Optional.of("too many new connections of this wallet, try again later");
    }

    @Override
    public void worked() {
        proven = true;
        leaveWallet();
    }

    @Override
    public void failed(ShareRefusal why) {}

    @Override
    public void misspoke() {}

    @Override
    public Optional<String> sentence() {
        return Optional.empty();
    }

    @Override
    public void leave() {
        if (!left) {
            left = true;
            leaveWallet();
            house.leave(place);
        }
    }

    /** The wallet's share goes last, so that nobody uses up another's with what its own address may not do. */
    private boolean firstHash(long now) {
        if (!place.take(Ask.FIRST_HASH, now)) {
            return false;
        }
        boolean wallet = unproven.isEmpty() || unproven.get().origin().take(Ask.FIRST_HASH, now);
        if (!wallet) {
            place.giveBack(Ask.FIRST_HASH);
        }
        return wallet;
    }

    private void leaveWallet() {
        unproven.ifPresent(wallet -> house.wallets().leave(wallet.name(), wallet.origin()));
        unproven = Optional.empty();
    }
}
