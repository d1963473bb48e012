package org.motherlode.model.audit;

/** Takes the fields of a bundle one after the other. All values are text, so that no number loses digits on its way. */
public interface BundleSink {
    void put(String name, String value);

    /** Fields that belong together, up to {@link #end}. */
    void begin(String name);

    /** A list of {@link #beginItem items}, or of {@link #item single values}, up to {@link #end}. */
    void beginList(String name);

    /** An element of a list with fields of its own, up to {@link #end}. */
    void beginItem();

    /** An element of a list that is one value. */
    void item(String value);

    void end();
}
