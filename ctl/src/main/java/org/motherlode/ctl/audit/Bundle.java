package org.motherlode.ctl.audit;

import java.util.List;
import org.motherlode.model.audit.AuditLine;

/**
 * A bundle as it was read.
 *
 * @param fields all but the lines and the path, those within others by {@code outer.inner}
 * @param lines in the file's order
 * @param path of a single line, hex
 * @param fingerprint of what was read; what the file says of it is among the fields
 */
record Bundle(Fields fields, List<AuditLine> lines, List<String> path, String fingerprint) {}
