/** The node's number, which one server at a time may use. */
package org.motherlode.ejb.node;
