package org.motherlode.ejb.chain.opensy;

import java.util.stream.Collectors;
import org.motherlode.model.chain.AddressParser;
import org.motherlode.model.chain.AddressVerdict;
import org.motherlode.model.chain.MinerAddress;

/** Which addresses a pool pays: those of its network. */
record OpenSyAddresses(Network network) implements AddressParser {
    @Override
    public AddressVerdict parse(String text) {
        try {
            return judge(OpenSyAddress.parse(text));
        } catch (OpenSyAddress.NotAnAddressException e) {
            return new AddressVerdict.Refused(e.sentence());
        }
    }

    private AddressVerdict judge(OpenSyAddress address) {
        if (!address.forms().contains(network.form())) {
            String networks =
                    address.forms().stream().sorted().map(AddressForm::networks).collect(Collectors.joining(", "));
            return new AddressVerdict.Refused("This is an address of OpenSY's " + networks + "; this pool pays on "
                    + network + ", where addresses" + " begin with "
                    + network.form().prefix() + "1.");
        }
        return new AddressVerdict.Payable(new MinerAddress(address.text()));
    }
}
