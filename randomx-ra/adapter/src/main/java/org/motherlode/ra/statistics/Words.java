package org.motherlode.ra.statistics;

import java.util.function.Supplier;

/** Something among the figures that is said in words. */
public record Words(String name, String description, Supplier<String> text) {}
