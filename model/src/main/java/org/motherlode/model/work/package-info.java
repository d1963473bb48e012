/** Difficulty, hashes and how they are compared. */
package org.motherlode.model.work;
