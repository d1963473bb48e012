/** What the packages of the chains have in common when they talk with a program: HTTP, JSON, and the bounds of both. */
package org.motherlode.ejb.chain;
