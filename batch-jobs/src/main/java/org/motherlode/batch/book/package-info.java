/** The jobs {@code book-withdrawal}, {@code book-deposit}, {@code book-known}, {@code book-reversal}: what a person did with a pool's wallet. */
package org.motherlode.batch.book;
