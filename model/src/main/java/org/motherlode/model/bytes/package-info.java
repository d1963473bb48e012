/** Byte strings as values. */
package org.motherlode.model.bytes;
