package org.motherlode.model.reward;

import java.util.List;
import java.util.Optional;
import org.motherlode.model.chain.AddressParser;
import org.motherlode.model.chain.AddressVerdict;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.money.BasisPoints;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;

/** The settings of a pool that its first scheme terms are made of. A key that would mean nothing is refused. */
record SchemeSettings(Settings settings) {
    private static final String SCHEME = "scheme";
    private static final String FEE = "fee.basis-points";
    private static final String PERCENT = "window.percent";
    private static final String SHARES = "window.shares";
    private static final String UNFILLED = "window.unfilled";
    private static final String BONUS = "finder-bonus.basis-points";
    private static final String DONATION = "donation.basis-points";
    private static final String DONATE_TO = "donation.address";

    SchemeTerms terms(AddressParser addresses) throws SettingException {
        BasisPoints fee = part(FEE, 100);
        Optional<Donation> donation = donation(addresses);
        Scheme scheme = scheme();
        int all = SchemeTerms.together(fee, donation, scheme);
        if (all > SchemeTerms.WHOLE) {
            throw new SettingException(
                    FEE,
                    "must be at most " + SchemeTerms.WHOLE + " together with " + DONATION + " and " + BONUS + ", not "
                            + all);
        }
        return new SchemeTerms(1, fee, donation, scheme);
    }

    private Scheme scheme() throws SettingException {
        String name = settings.text(SCHEME, "pplns");
        return switch (name) {
            case "pplns" -> new Pplns(length(), unfilled(), part(BONUS, 0));
            case "prop" -> withoutWindow(new Prop(), name);
            case "solo" -> withoutWindow(new Solo(), name);
            default -> throw new SettingException(SCHEME, "must be pplns, prop or solo, not '" + name + "'");
        };
    }

    private Scheme withoutWindow(Scheme scheme, String name) throws SettingException {
        for (String key : List.of(PERCENT, SHARES, UNFILLED, BONUS)) {
            if (settings.text(key).isPresent()) {
                throw new SettingException(key, "must not be set where scheme is " + name + ": only pplns has it");
            }
        }
        return scheme;
    }

    private WindowLength length() throws SettingException {
        if (settings.text(SHARES).isEmpty()) {
            return new WindowLength.Percent((int) settings.number(PERCENT, 200, 1, WindowLength.Percent.MOST));
        }
        if (settings.text(PERCENT).isPresent()) {
            throw new SettingException(SHARES, "must not be set beside " + PERCENT + ": a window has one length");
        }
        return new WindowLength.Shares((int) settings.number(SHARES, 1, 1, WindowLength.Shares.MOST));
    }

    private Unfilled unfilled() throws SettingException {
        return switch (settings.text(UNFILLED, "scale")) {
            case "scale" -> Unfilled.SCALE;
            case "carry" -> Unfilled.CARRY;
            default -> throw new SettingException(UNFILLED, "must be scale or carry");
        };
    }

    private Optional<Donation> donation(AddressParser addresses) throws SettingException {
        BasisPoints part = part(DONATION, 0);
        Optional<String> address = settings.text(DONATE_TO);
        if (address.isEmpty()) {
            if (part.value() > 0) {
                throw new SettingException(DONATE_TO, "must be set where " + DONATION + " is");
            }
            return Optional.empty();
        }
        if (settings.text(DONATION).isEmpty()) {
            throw new SettingException(DONATION, "must be set where " + DONATE_TO + " is");
        }
        MinerAddress to = payable(addresses.parse(address.get()));
        return part.value() == 0 ? Optional.empty() : Optional.of(new Donation(part, to));
    }

    private static MinerAddress payable(AddressVerdict verdict) throws SettingException {
        if (verdict instanceof AddressVerdict.Payable payable) {
            return payable.address();
        }
        String why = verdict.fold(payable -> "", AddressVerdict.Refused::sentence);
        throw new SettingException(DONATE_TO, "must be an address that this pool can pay: " + why);
    }

    private BasisPoints part(String key, int otherwise) throws SettingException {
        return new BasisPoints((int) settings.number(key, otherwise, 0, SchemeTerms.WHOLE));
    }
}
