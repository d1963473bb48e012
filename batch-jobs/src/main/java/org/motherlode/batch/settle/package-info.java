/** The job {@code settle-block}: one stage of one block's settlement. */
package org.motherlode.batch.settle;
