package org.motherlode.model.books;

/** How much of a pool's books a check looks at. */
public enum CheckScope {
    /** Every invariant. */
    ALL,
    /**
     * Those that are broken or could not be told when they were last looked at, or never were; together with what is only looked
     * at together with them.
     */
    OPEN
}
