/** The dialect of Monero miners: newline-JSON with login, submit, keepalived and getjob, in the words XMRig acts upon. */
package org.motherlode.stratum.dialect.cryptonote;
