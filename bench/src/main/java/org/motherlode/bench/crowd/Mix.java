package org.motherlode.bench.crowd;

/** Percent of the bots that are not honest, by how they behave. */
public record Mix(int late, int restless, int garbage, int deaf) {
    private static final int ALL = 100;

    public Mix {
        if (late < 0 || restless < 0 || garbage < 0 || deaf < 0 || late + restless + garbage + deaf > ALL) {
            throw new IllegalArgumentException("late, restless, garbage and deaf bots are 0 to 100 percent together");
        }
    }

    /** Of a bot by its number: any hundred in a row have just this mix. */
    Role of(int bot) {
        int place = bot % ALL;
        if (place < late) {
            return Role.LATE;
        }
        if (place < late + restless) {
            return Role.RESTLESS;
        }
        if (place < late + restless + garbage) {
            return Role.GARBAGE;
        }
        return place < late + restless + garbage + deaf ? Role.DEAF : Role.HONEST;
    }
}
