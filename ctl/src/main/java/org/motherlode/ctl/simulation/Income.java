package org.motherlode.ctl.simulation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a scheme credits to the miner of a course. */
record Income(Scheme scheme, Course course) {

    /** From the first day to the last, in rewards, before the fee. */
    double whole() {
        double income = scheme.ofShare() * course.own().within(course.begin(), course.end());
        Positions blocks = course.blocks();
        for (int block = blocks.upTo(course.begin()); block < blocks.upTo(course.end()); block++) {
            income += scheme.ofBlock(course, block);
        }
        return income;
    }

    /** Of each day, in the order of days. */
    List<Double> byDay() {
        List<Double> days = new ArrayList<>();
        Positions blocks = course.blocks();
        for (int day = 1; day < course.days().size(); day++) {
            long begin = course.days().at(day - 1);
            long end = course.days().at(day);
            double income = scheme.ofShare() * course.own().within(begin, end);
            for (int block = blocks.upTo(begin); block < blocks.upTo(end); block++) {
                income += scheme.ofBlock(course, block);
            }
            days.add(income);
        }
        return days;
    }

    /** How many times something was credited. */
    long credits() {
        long credits = scheme.ofShare() > 0 ? course.own().within(course.begin(), course.end()) : 0;
        Positions blocks = course.blocks();
        for (int block = blocks.upTo(course.begin()); block < blocks.upTo(course.end()); block++) {
            if (scheme.ofBlock(course, block) > 0) credits++;
        }
        return credits;
    }

    /** Until the pool has had so many shares, in rewards. */
    double first(long shares) {
        double income = 0;
        for (int block = 0; block < course.blocks().upTo(shares); block++) {
            income += scheme.ofBlock(course, block);
        }
        return income;
    }

    /** The mean of the windows of the blocks, in shares of the pool; NaN where no block has one. */
    double window() {
        Positions blocks = course.blocks();
        List<Double> windows = new ArrayList<>();
        for (int block = blocks.upTo(course.begin()); block < blocks.upTo(course.end()); block++) {
            windows.add((double) scheme.window(course, block));
        }
        return Interval.mean(windows);
    }

    /** So many of 100 values are at or below this one. */
    static double percentile(List<Double> values, int percent) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sortedPercentile(sorted, percent);
    }

    static double sortedPercentile(List<Double> sorted, int percent) {
        int index = (int) Math.ceil(sorted.size() * percent / 100.0) - 1;
        return sorted.get(Math.max(0, index));
    }
}
