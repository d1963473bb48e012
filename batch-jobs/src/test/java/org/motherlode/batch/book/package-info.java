/** Tests of the jobs that book what a person did with a wallet. */
package org.motherlode.batch.book;
