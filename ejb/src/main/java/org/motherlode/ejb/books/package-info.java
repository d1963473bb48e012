/** Whether a pool's books agree with themselves, with the shares, and with the wallet and the chain. */
package org.motherlode.ejb.books;
