/** Pools as the operator wires them: administered objects whose text is read when the adapter starts. */
package org.motherlode.ra.pool;
