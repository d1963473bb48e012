package org.motherlode.model.chain;

/** Decides whether a miner can be paid at an address. Pure: no node is asked. */
public interface AddressParser {
    AddressVerdict parse(String text);
}
