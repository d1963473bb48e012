/** What this process may still take of the machine: memory, before it takes 2 GiB of it, and processors. */
package org.motherlode.pow.machine;
