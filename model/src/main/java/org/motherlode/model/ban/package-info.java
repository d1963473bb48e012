/** Who is kept out for a while: vocabulary of bans, and the desk by which the adapter hears of them. */
package org.motherlode.model.ban;
