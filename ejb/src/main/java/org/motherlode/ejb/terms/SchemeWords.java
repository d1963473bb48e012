package org.motherlode.ejb.terms;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.motherlode.model.reward.SchemeTerms;

/** Terms as a pool's settings would say them: each key that means something in them, with its value. */
final class SchemeWords {
    private SchemeWords() {}

    static Map<String, String> of(SchemeTerms terms) {
        SchemeColumns columns = SchemeColumns.of(terms);
        Map<String, String> words = new TreeMap<>();
        words.put("scheme", columns.scheme().toLowerCase(Locale.ROOT));
        words.put("fee.basis-points", Integer.toString(columns.fee()));
        words.put("donation.basis-points", Integer.toString(columns.donation()));
        columns.donationAddress().ifPresent(to -> words.put("donation.address", to));
        columns.windowPercent().ifPresent(percent -> words.put("window.percent", percent.toString()));
        columns.windowShares().ifPresent(shares -> words.put("window.shares", shares.toString()));
        columns.unfilled().ifPresent(what -> {
            words.put("window.unfilled", what.toLowerCase(Locale.ROOT));
            words.put("finder-bonus.basis-points", Integer.toString(columns.finderBonus()));
        });
        return words;
    }
}
