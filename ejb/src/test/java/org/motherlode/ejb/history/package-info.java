/** Random histories of a pool: what the server's code does with the books, compared with the same on paper. */
package org.motherlode.ejb.history;
