/** Whether those look for work who should. */
package org.motherlode.ejb.look;
