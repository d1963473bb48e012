package org.motherlode.ra.guard;

/** What has come of an address lately: good shares, and offences by weight. After so many of both, half is forgotten. */
final class Conduct {
    private static final int PERCENT = 100;

    private final BanSettings settings;
    private long good;
    private long bad;
    private long points;
    private long badHashes;

    Conduct(BanSettings settings) {
        this.settings = settings;
    }

    void worked() {
        good++;
        fade();
    }

    /** True if that is enough for a ban; then all is forgotten. */
    boolean offended(Offence what) {
        bad++;
        points += what.weight();
        badHashes += what == Offence.BAD_HASH ? 1 : 0;
        boolean enough = isEnough();
        if (enough) {
            good = 0;
            bad = 0;
            points = 0;
            badHashes = 0;
        } else {
            fade();
        }
        return enough;
    }

    /** Nothing but wrong hashes needs no ratio: with each a stranger costs as much as an honest miner. */
    private boolean isEnough() {
        if (good == 0 && badHashes >= settings.wrongOnly()) {
            return true;
        }
        long judged = good + bad;
        return judged >= settings.leastShares()
                && points * PERCENT >= (long) settings.percent() * Offence.WHOLE * judged;
    }

    private void fade() {
        if (good + bad >= settings.windowShares()) {
            // Rounded up where it speaks for the miner, down where against it.
            good = (good + 1) / 2;
            bad = bad / 2;
            points = points / 2;
            badHashes = badHashes / 2;
        }
    }
}
