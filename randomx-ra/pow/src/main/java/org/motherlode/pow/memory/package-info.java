/** How much memory this process may still take, before it takes 2 GiB of it. */
package org.motherlode.pow.memory;
