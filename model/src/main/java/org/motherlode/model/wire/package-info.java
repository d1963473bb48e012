/** The wire: what miners ask, in the terms of no dialect, and the codec that each dialect is. */
package org.motherlode.model.wire;
