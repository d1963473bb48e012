package org.motherlode.ejb.chain.monero;

import java.util.Optional;
import java.util.Set;
import org.motherlode.model.chain.AddressParser;
import org.motherlode.model.chain.AddressVerdict;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.chain.SignedTexts;

/** Which addresses a pool pays: those of its network, and of the kinds that its operator allows. */
record MoneroAddresses(Network network, Set<AddressKind> allowed) implements AddressParser {
    MoneroAddresses {
        allowed = Set.copyOf(allowed);
    }

    @Override
    public AddressVerdict parse(String text) {
        try {
            return judge(MoneroAddress.parse(text));
        } catch (MoneroAddress.NotAnAddressException e) {
            return new AddressVerdict.Refused(e.sentence());
        }
    }

    @Override
    public Optional<SignedTexts> signedTexts() {
        return Optional.of(new WalletSignatures());
    }

    private AddressVerdict judge(MoneroAddress address) {
        if (address.network() != network) {
            return new AddressVerdict.Refused(
                    "This is an address of Monero's " + address.network() + "; this pool pays on " + network + ".");
        }
        if (!allowed.contains(address.kind())) {
            return new AddressVerdict.Refused(
                    "This is " + address.kind() + ", which this pool does not pay; use a standard address.");
        }
        return new AddressVerdict.Payable(new MinerAddress(address.text()));
    }
}
