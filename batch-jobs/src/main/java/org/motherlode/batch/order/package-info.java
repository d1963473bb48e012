/** Jobs that a person starts to have one thing done. */
package org.motherlode.batch.order;
