package org.motherlode.ejb.terms;

import java.util.Optional;
import org.motherlode.model.chain.AddressParser;
import org.motherlode.model.chain.AddressVerdict;
import org.motherlode.model.money.Asset;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pool.Settings;
import org.motherlode.model.reward.SchemeTerms;

/**
 * What bookkeeping needs to know of a pool.
 *
 * @param addresses which addresses the pool can pay
 */
public record PoolFacts(PoolName pool, Asset asset, Settings settings, AddressParser addresses) {

    /**
     * Why the address to which these terms donate cannot be paid, in a sentence that names it; empty if it can, or if there is
     * none. Only a version that a person wrote into the database may have a wrong one: what is credited to it stays there.
     */
    public Optional<String> unpayableDonation(SchemeTerms terms) {
        return terms.donation().map(gift -> gift.to().text()).flatMap(to -> {
            String why = addresses
                    .parse(to)
                    .fold(
                            payable -> payable.address().text().equals(to)
                                    ? ""
                                    : "it is written " + payable.address().text(),
                            AddressVerdict.Refused::sentence);
            return Optional.of(why)
                    .filter(text -> !text.isEmpty())
                    .map(text -> "version " + terms.version() + " of the terms in the database donates to " + to
                            + ", which this pool cannot pay: " + text);
        });
    }
}
