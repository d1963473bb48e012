package org.motherlode.ctl.simulation;

import java.util.OptionalDouble;
import org.motherlode.model.reward.Unfilled;

/**
 * The last shares divide the reward, whatever round they are of.
 *
 * @param bonus of the finder, as a part of what is divided; 0 where there is none
 */
record Pplns(SimulatedPool pool, double bonus) implements Scheme {

    @Override
    public String name() {
        return bonus > 0 ? "PPLNS + finder's bonus" : "PPLNS";
    }

    @Override
    public double ofBlock(Course course, int block) {
        long newest = course.blocks().at(block);
        long filled = window(course, block);
        long size = pool.unfilled() == Unfilled.SCALE ? filled : pool.windowShares();
        double divided = (double) course.own().within(newest - filled, newest) / size;
        return (1 - bonus) * divided + (course.isOwn(block) ? bonus : 0);
    }

    @Override
    public long window(Course course, int block) {
        return Math.min(pool.windowShares(), course.blocks().at(block));
    }

    @Override
    public Theory theory() {
        double perDay = pool.blocksPerDay();
        double none = Math.pow(1 - pool.minerPart(), (double) pool.windowShares());
        return Theory.fair(
                pool.net() * Math.sqrt(variance()) / pool.fairPerDay(),
                1 / (perDay * (1 - none)),
                OptionalDouble.of((double) pool.windowShares() / pool.sharesPerDay()));
    }

    /**
     * Of a day's income in rewards: blocks come by chance, two blocks of a day share a part of their windows, and the finder
     * is a matter of chance too. The integrals are over the distance of two blocks in difficulties.
     */
    private double variance() {
        double day = pool.blocksPerDay();
        double size = pool.windowFactor();
        double part = pool.minerPart();
        double reach = Math.min(day, size);
        double common = day * reach - (day / size + 1) * reach * reach / 2 + reach * reach * reach / (3 * size);
        double pairs = day * reach - reach * reach / 2;
        double chance = part * (1 - part) / pool.windowShares();
        double divided = part * part * day + chance * (day + 2 * common);
        double both = part * part * day + chance * (day + pairs);
        return (1 - bonus) * (1 - bonus) * divided + bonus * bonus * part * day + 2 * bonus * (1 - bonus) * both;
    }
}
