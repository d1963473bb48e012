/** Durable queues of the embedded broker: a message is on disk when sending returns, and taken away only when it is stored. */
package org.motherlode.ejb.queue;
