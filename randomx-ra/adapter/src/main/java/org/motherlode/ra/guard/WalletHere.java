package org.motherlode.ra.guard;

import org.motherlode.model.ban.AddressRange;

/**
 * A wallet as far as one network uses it. Anybody may log in to any wallet: counted everywhere together, strangers could shut
 * its owner out.
 */
record WalletHere(String name, AddressRange network) {}
