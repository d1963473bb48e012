package org.motherlode.coopmine.report;

/** Where events are shown. Safe for any thread. */
@FunctionalInterface
public interface Report {
    void show(Event event);
}
