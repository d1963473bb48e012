package org.motherlode.ra.guard;

/** What one address, one network or one wallet in a network has used up. Connections are counted under the lock of its {@link Origins}. */
final class Origin {
    private final Bucket arrivals;
    private final Bucket logins;
    private final Bucket submits;
    private final Bucket firstHashes;
    private final Bucket getJobs;
    private final Bucket proposals;
    private final Bucket lines;
    private final Conduct conduct;
    private int connections;
    private int newcomers;

    /** An address, or a network that may do so many {@code times} as much. */
    static Origin place(GuardSettings settings, int times, long nowMillis) {
        return new Origin(settings, settings.submits(), times, nowMillis);
    }

    static Origin wallet(GuardSettings settings, long nowMillis) {
        return new Origin(settings, settings.walletSubmits(), 1, nowMillis);
    }

    private Origin(GuardSettings settings, Rate submits, int times, long nowMillis) {
        this.arrivals = new Bucket(settings.arrivals().times(times), nowMillis);
        this.logins = new Bucket(settings.logins().times(times), nowMillis);
        this.submits = new Bucket(submits.times(times), nowMillis);
        this.firstHashes = new Bucket(settings.firstHashes().times(times), nowMillis);
        this.getJobs = new Bucket(settings.addressGetJobs().times(times), nowMillis);
        this.proposals = new Bucket(settings.proposals().times(times), nowMillis);
        this.lines = new Bucket(settings.lines().address().times(times), nowMillis);
        this.conduct = new Conduct(settings.bans());
    }

    synchronized void worked() {
        conduct.worked();
    }

    /** True if that is enough for a ban. */
    synchronized boolean offended(Offence what) {
        return conduct.offended(what);
    }

    /** One more of its connections that have had no good share, unless there are {@code most}. */
    synchronized boolean newcomer(int most) {
        boolean room = newcomers < most;
        newcomers += room ? 1 : 0;
        return room;
    }

    /** One of them has had a good share, or has left. */
    synchronized void newcomerIsOver() {
        newcomers--;
    }

    int connections() {
        return connections;
    }

    void entered() {
        connections++;
    }

    int left() {
        connections--;
        return connections;
    }

    synchronized boolean takeLines(int many, long nowMillis) {
        return lines.take(many, nowMillis);
    }

    synchronized void giveBackLines(int many) {
        lines.giveBack(many);
    }

    synchronized boolean take(Ask what, long nowMillis) {
        return switch (what) {
            case ARRIVE -> arrivals.take(nowMillis);
            case LOGIN -> logins.take(nowMillis);
            case SUBMIT, WALLET_SUBMIT -> submits.take(nowMillis);
            case FIRST_HASH -> firstHashes.take(nowMillis);
            case GET_JOB -> getJobs.take(nowMillis);
            case PROPOSE -> proposals.take(nowMillis);
            case OWN_SUBMIT, OWN_GET_JOB, KEEP_ALIVE -> true;
        };
    }

    synchronized void giveBack(Ask what) {
        switch (what) {
            case ARRIVE -> arrivals.giveBack();
            case LOGIN -> logins.giveBack();
            case SUBMIT, WALLET_SUBMIT -> submits.giveBack();
            case FIRST_HASH -> firstHashes.giveBack();
            case GET_JOB -> getJobs.giveBack();
            case PROPOSE -> proposals.giveBack();
            case OWN_SUBMIT, OWN_GET_JOB, KEEP_ALIVE -> {}
        }
    }
}
