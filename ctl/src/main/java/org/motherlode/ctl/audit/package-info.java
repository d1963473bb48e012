/** Does a block's division again from its bundle, without a server or a database: docs/audit.md. */
package org.motherlode.ctl.audit;
