package org.motherlode.ra.guard;

/** The lines of one connection that its address is not charged for: a few always, and more for each good share. */
final class LineAllowance {
    private final LineSettings settings;
    private final Bucket free;
    private long earned;

    LineAllowance(LineSettings settings, long nowMillis) {
        this.settings = settings;
        this.free = new Bucket(settings.free(), nowMillis);
    }

    /** False if that is more than is left of either. */
    boolean take(int lines, long nowMillis) {
        // What is more than it ever holds is for the others to pay.
        if (lines <= settings.free().atOnce() && free.take(lines, nowMillis)) {
            return true;
        }
        boolean enough = earned >= lines;
        earned -= enough ? lines : 0;
        return enough;
    }

    /** A share was good. */
    void earn() {
        earned = Math.min(settings.earned(), earned + settings.perShare());
    }
}
