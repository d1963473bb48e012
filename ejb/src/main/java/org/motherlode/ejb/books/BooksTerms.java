package org.motherlode.ejb.books;

import java.time.Duration;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;

/**
 * How often and how much is checked.
 *
 * @param interval from one check to the next
 * @param retry the same while something is broken or could not be told
 * @param newest blocks whose shares are summed again in every check
 * @param older further ones, each time those before: so all come in turn
 * @param walletBlocks heights for which the wallet is asked at once
 */
record BooksTerms(Duration interval, Duration retry, int newest, int older, int walletBlocks) {
    static BooksTerms of(Settings settings) throws SettingException {
        return new BooksTerms(
                Duration.ofHours(settings.number("motherlode.books.interval-hours", 24, 1, 720)),
                Duration.ofMinutes(settings.number("motherlode.books.retry-minutes", 10, 1, 1_440)),
                (int) settings.number("motherlode.books.newest-blocks", 20, 1, 10_000),
                (int) settings.number("motherlode.books.older-blocks", 20, 0, 10_000),
                (int) settings.number("motherlode.books.wallet-blocks", 5_000, 10, 1_000_000));
    }
}
