package org.motherlode.ctl.backup;

import java.io.IOException;

/** A backup cannot be made, is not what it should be, or may not be restored here; its message says it to a person. */
public final class BackupException extends IOException {
    private static final long serialVersionUID = 1L;

    public BackupException(String message) {
        super(message);
    }

    public BackupException(String message, Throwable cause) {
        super(message, cause);
    }
}
