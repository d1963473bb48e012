/** Whether the service can do its work, and if not, why. */
package org.motherlode.model.health;
