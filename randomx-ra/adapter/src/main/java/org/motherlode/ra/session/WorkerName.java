package org.motherlode.ra.session;

/** What a miner calls one of its machines. Only harmless characters are kept, because it is shown and logged everywhere. */
record WorkerName(String text) {
    private static final int MOST_CHARACTERS = 64;
    private static final WorkerName NONE = new WorkerName("default");

    WorkerName {
        if (!text.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new IllegalArgumentException("a worker's name is 1 to 64 letters, digits, '.', '_', '-'");
        }
    }

    /** The name without what is not allowed; {@code default} if nothing is left. */
    static WorkerName of(String wish) {
        String kept = wish.replaceAll("[^A-Za-z0-9._-]", "");
        return kept.isEmpty() ? NONE : new WorkerName(kept.substring(0, Math.min(kept.length(), MOST_CHARACTERS)));
    }
}
