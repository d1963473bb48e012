/** Threads of the adapter's own: named, and bound to the adapter's class loader. */
package org.motherlode.ra.thread;
