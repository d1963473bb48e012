package org.motherlode.ctl.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.postgres.Migrations;

/** What {@code verify-backup} must find. */
class DamagedBackupTest {
    private static final EmbeddedPostgres POSTGRES = EmbeddedPostgres.temporary();
    private static final Path BELOW = Path.of(System.getProperty("java.io.tmpdir"));

    @TempDir
    static Path folder;

    private static Path whole = Path.of("not yet");

    private Path damaged = Path.of("not yet");

    @BeforeAll
    static void back_up() throws IOException, SQLException {
        Migrations.run(POSTGRES);
        Sample.fill(POSTGRES.ownerDataSource());
        whole = folder.resolve("whole.backup");
        Path pool = Files.writeString(folder.resolve("my-pool.properties"), "name = monero\n");
        new TakingBackup(POSTGRES.ownerDataSource(), List.of(pool)).to(whole);
    }

    @AfterAll
    static void end() {
        POSTGRES.close();
    }

    @BeforeEach
    void name() throws IOException {
        damaged = folder.resolve("damaged.backup");
        Files.deleteIfExists(damaged);
    }

    @Test
    void a_whole_one_is_verified_and_says_what_it_has() throws IOException {
        assertThat(VerifyingBackup.of(whole, BELOW))
                .contains(
                        "sum of all balances, XMR: 0",
                        "blocks of monero, FOUND: 1",
                        "payouts of monero, CONFIRMED: 1, atoms: 300",
                        "newest payout of second: 3, PREPARED, cd34",
                        "beside them pools/my-pool.properties",
                        "after a restore: payouts of pool monero are paused");
    }

    @Test
    void a_flipped_byte_is_found_wherever_it_is() throws IOException {
        byte[] bytes = Files.readAllBytes(whole);
        for (int place = 0; place < bytes.length; place += 5) {
            bytes[place] ^= 1;
            Files.write(damaged, bytes);
            bytes[place] ^= 1;

            assertThatThrownBy(() -> BackupFile.open(damaged))
                    .as("byte %d", place)
                    .isInstanceOf(BackupException.class)
                    .hasMessageContaining("is damaged, cut off, or no backup");
        }
    }

    @Test
    void a_file_without_its_end_is_found() throws IOException {
        byte[] bytes = Files.readAllBytes(whole);
        for (int length : List.of(0, 1, 63, 64, 1000, bytes.length / 2, bytes.length - 64, bytes.length - 1)) {
            Files.write(damaged, Arrays.copyOf(bytes, length));

            assertThatThrownBy(() -> VerifyingBackup.of(damaged, BELOW))
                    .as("%d bytes", length)
                    .isInstanceOf(BackupException.class)
                    .hasMessageContaining("cut off");
        }
    }

    @Test
    void a_part_that_was_changed_and_sealed_anew_is_found_by_its_digest() throws IOException {
        Forged.of(whole)
                .change("tables/payout_item.copy", text -> text.replaceFirst("300", "301"))
                .to(damaged);
        refuses("the part tables/payout_item.copy of", "has another SHA-256 than its manifest says");

        Files.delete(damaged);
        Forged.of(whole).change("pools/my-pool.properties", text -> text + " ").to(damaged);
        refuses("the part pools/my-pool.properties of", "has another SHA-256");
    }

    @Test
    void a_balance_that_its_transfers_do_not_bear_out_is_found_by_the_proof() throws IOException {
        // From amy to bob, so that all balances still sum to zero.
        Forged.of(whole)
                .change("tables/ledger_balance.copy", text -> text.replaceFirst("\t600\n", "\t599\n")
                        .replaceFirst("\t700\n", "\t701\n"))
                .digest("tables/ledger_balance.copy")
                .to(damaged);
        refuses("the books of pool monero are wrong: miner:payable amy is 599 and its transfers sum to 600");
    }

    /** The sample's first two transfers were proved before: that counts no more. */
    @Test
    void a_transfer_that_was_changed_after_it_was_proved_is_found() throws IOException {
        Forged.of(whole)
                .change("tables/ledger_transfer.copy", text -> text.replaceFirst("\t1000\t", "\t1001\t"))
                .digest("tables/ledger_transfer.copy")
                .to(damaged);
        refuses("miner:payable amy is 600 and its transfers sum to 601");
    }

    @Test
    void balances_that_do_not_sum_to_zero_are_found() throws IOException {
        Forged.of(whole)
                .change("tables/ledger_balance.copy", text -> text.replaceFirst("\t700\n", "\t701\n"))
                .digest("tables/ledger_balance.copy")
                .to(damaged);
        refuses("sum of all balances, XMR is 1, and the manifest says 0");
    }

    @Test
    void a_row_that_is_missing_is_found_by_the_count() throws IOException {
        Forged.of(whole)
                .change("tables/ban.copy", text -> "")
                .digest("tables/ban.copy")
                .to(damaged);
        refuses("ban has 0 rows, and the manifest says 1");
    }

    @Test
    void a_backup_of_another_version_is_refused_by_name() throws IOException {
        Forged.of(whole)
                .change(Manifest.NAME, text -> text.replaceFirst("\"format\": *1", "\"format\": 2"))
                .to(damaged);
        refuses("it is of format 2, and this program reads format 1");

        Files.delete(damaged);
        Forged.of(whole)
                .change(Manifest.NAME, text -> text.replaceFirst("\"schema\": *\"[0-9.]+\"", "\"schema\": \"99\""))
                .to(damaged);
        refuses("has schema 99, which this program does not know; its newest is ");
    }

    @Test
    void what_is_no_backup_is_told() throws IOException {
        assertThatThrownBy(() -> BackupFile.open(folder.resolve("none"))).hasMessageContaining("there is no backup");
        Files.writeString(damaged, "x".repeat(500));
        refuses("is damaged, cut off, or no backup");
        assertThatCode(() -> BackupFile.open(whole).close()).doesNotThrowAnyException();
    }

    private void refuses(String... words) {
        assertThatThrownBy(() -> VerifyingBackup.of(damaged, BELOW))
                .isInstanceOf(BackupException.class)
                .hasMessageContainingAll(words);
    }
}
