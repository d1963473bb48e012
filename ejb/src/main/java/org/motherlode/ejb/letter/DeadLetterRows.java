package org.motherlode.ejb.letter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.motherlode.ejb.queue.Letter;
import org.motherlode.ejb.queue.LetterBook;

/** The book in the database, so that settlement can read it. Outside JTA. */
public final class DeadLetterRows implements LetterBook {
    private static final String DIED = "INSERT INTO dead_letter (letter, queue, why, node, epoch, previous_epoch,"
            + " first_sequence, last_sequence, opened_at, closed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT DO NOTHING";
    private static final String STORED =
            "UPDATE dead_letter SET ended = 'STORED', ended_at = now() WHERE letter = ANY (?) AND ended IS NULL";

    private static final String ANY = "SELECT EXISTS (SELECT FROM dead_letter WHERE queue = ? AND ended IS NULL)";

    private final DataSource database;

    public DeadLetterRows(DataSource database) {
        this.database = database;
    }

    @Override
    public void died(Letter letter) throws SQLException {
        Optional<BatchMarks> batch = BatchMarks.read(letter.marks());
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(DIED)) {
            insert.setString(1, letter.id());
            insert.setString(2, letter.queue());
            insert.setString(3, letter.why().replace('\0', ' '));
            bind(insert, 4, batch.map(BatchMarks::node));
            bind(insert, 5, batch.map(BatchMarks::epoch));
            bind(insert, 6, batch.map(BatchMarks::previousEpoch));
            bind(insert, 7, batch.map(BatchMarks::firstSequence));
            bind(insert, 8, batch.map(BatchMarks::lastSequence));
            at(insert, 9, batch.map(BatchMarks::openedAt));
            at(insert, 10, batch.map(BatchMarks::closedAt));
            insert.executeUpdate();
        }
    }

    @Override
    public boolean isAnyOpen(String queue) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement ask = connection.prepareStatement(ANY)) {
            ask.setString(1, queue);
            try (ResultSet row = ask.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    @Override
    public void stored(List<String> ids) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(STORED)) {
            update.setArray(1, connection.createArrayOf("text", ids.toArray()));
            update.executeUpdate();
        }
    }

    private static void bind(PreparedStatement insert, int index, Optional<Long> number) throws SQLException {
        if (number.isPresent()) {
            insert.setLong(index, number.get());
        } else {
            insert.setNull(index, Types.BIGINT);
        }
    }

    private static void at(PreparedStatement insert, int index, Optional<Instant> moment) throws SQLException {
        if (moment.isPresent()) {
            insert.setObject(index, moment.get().atOffset(ZoneOffset.UTC));
        } else {
            insert.setNull(index, Types.TIMESTAMP_WITH_TIMEZONE);
        }
    }
}
