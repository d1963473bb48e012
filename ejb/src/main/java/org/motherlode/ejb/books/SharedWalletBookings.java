package org.motherlode.ejb.books;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import javax.sql.DataSource;
import org.motherlode.ejb.database.Database;
import org.motherlode.model.books.WalletBooking;
import org.motherlode.model.books.WalletBookings;
import org.motherlode.model.ledger.Ledger;
import org.motherlode.model.lock.Fence;

/** The server's {@link WalletBookings}. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class SharedWalletBookings implements WalletBookings {
    @Resource(lookup = "java:jboss/datasources/MotherlodeDS")
    DataSource source;

    @Inject
    Ledger ledger;

    @Override
    public String book(Fence fence, WalletBooking booking) {
        return new JdbcWalletBookings(new Database(source), ledger).book(fence, booking);
    }
}
