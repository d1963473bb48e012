package org.motherlode.ejb.terms;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.money.BasisPoints;
import org.motherlode.model.reward.Donation;
import org.motherlode.model.reward.Pplns;
import org.motherlode.model.reward.Prop;
import org.motherlode.model.reward.Scheme;
import org.motherlode.model.reward.SchemeTerms;
import org.motherlode.model.reward.Solo;
import org.motherlode.model.reward.Unfilled;
import org.motherlode.model.reward.WindowLength;

/**
 * A row of {@code scheme_terms}, as far as it rules. What a scheme does not have is empty, or 0 basis points.
 *
 * @param scheme its {@link Scheme#title()}
 */
public record SchemeColumns(
        int version,
        String scheme,
        int fee,
        Optional<Integer> windowPercent,
        Optional<Integer> windowShares,
        Optional<String> unfilled,
        int finderBonus,
        int donation,
        Optional<String> donationAddress) {
    /** Of a table that is called {@code t}. */
    public static final String NAMES = "t.version, t.scheme, t.fee_basis_points, t.window_percent, t.window_shares,"
            + " t.unfilled, t.finder_bonus_basis_points, t.donation_basis_points, t.donation_address";

    public static SchemeColumns read(ResultSet row) throws SQLException {
        return new SchemeColumns(
                row.getInt("version"),
                row.getString("scheme"),
                row.getInt("fee_basis_points"),
                Optional.ofNullable(row.getObject("window_percent", Integer.class)),
                Optional.ofNullable(row.getObject("window_shares", Integer.class)),
                Optional.ofNullable(row.getString("unfilled")),
                row.getInt("finder_bonus_basis_points"),
                row.getInt("donation_basis_points"),
                Optional.ofNullable(row.getString("donation_address")));
    }

    static SchemeColumns of(SchemeTerms terms) {
        Scheme scheme = terms.scheme();
        Optional<Pplns> pplns = scheme.fold(Optional::of, prop -> Optional.empty(), solo -> Optional.empty());
        return new SchemeColumns(
                terms.version(),
                scheme.title(),
                terms.fee().value(),
                pplns.flatMap(its -> its.length().fold(of -> Optional.of(of.percent()), of -> Optional.empty())),
                pplns.flatMap(its -> its.length().fold(of -> Optional.empty(), of -> Optional.of(of.shares()))),
                pplns.map(its -> its.unfilled().name()),
                scheme.finderBonus().value(),
                terms.donation().map(gift -> gift.part().value()).orElse(0),
                terms.donation().map(gift -> gift.to().text()));
    }

    /** What they say. The table's checks let nothing else in. */
    public SchemeTerms terms() {
        Optional<Donation> gift =
                donationAddress.map(to -> new Donation(new BasisPoints(donation), new MinerAddress(to)));
        return new SchemeTerms(version, new BasisPoints(fee), gift, ruling());
    }

    private Scheme ruling() {
        return switch (scheme) {
            case "PPLNS" -> new Pplns(length(), Unfilled.valueOf(unfilled.orElseThrow()), new BasisPoints(finderBonus));
            case "PROP" -> new Prop();
            case "SOLO" -> new Solo();
            default ->
                throw new IllegalStateException("version " + version + " of the terms has the scheme " + scheme
                        + ", which this server does not know");
        };
    }

    private WindowLength length() {
        return windowPercent
                .<WindowLength>map(WindowLength.Percent::new)
                .orElseGet(() -> new WindowLength.Shares(windowShares.orElseThrow()));
    }
}
