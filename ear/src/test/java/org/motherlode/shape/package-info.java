/** The rules that keep the house in shape, and an offence against each of them. */
package org.motherlode.shape;
