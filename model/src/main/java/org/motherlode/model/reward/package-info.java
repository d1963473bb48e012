/** Who gets what of a block: pure rules over integers. */
package org.motherlode.model.reward;
