/** {@code ./motherlode} as a person calls it: the script, its arguments, its words and its exit status. */
package org.motherlode.commands;
