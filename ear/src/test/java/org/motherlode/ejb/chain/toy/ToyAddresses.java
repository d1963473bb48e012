package org.motherlode.ejb.chain.toy;

import org.motherlode.model.chain.AddressParser;
import org.motherlode.model.chain.AddressVerdict;
import org.motherlode.model.chain.MinerAddress;

/** A toy address is {@code toy:} and a name in small letters. */
final class ToyAddresses implements AddressParser {
    @Override
    public AddressVerdict parse(String text) {
        return text.matches("toy:[a-z]{1,20}")
                ? new AddressVerdict.Payable(new MinerAddress(text))
                : new AddressVerdict.Refused("a toy address is 'toy:' and 1 to 20 small letters");
    }
}
