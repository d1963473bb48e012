/** What must hold of a pool's books, and the ports of those who check it and who book what a person did. */
package org.motherlode.model.books;
