package org.motherlode.model.pool;

/** A setting that makes no sense: names the key and says what it should be. It stops one pool, never the server. */
public final class SettingException extends Exception {
    private static final long serialVersionUID = 1;

    private final String key;

    public SettingException(String key, String shouldBe) {
        super(key + " " + shouldBe);
        this.key = key;
    }

    public String key() {
        return key;
    }
}
