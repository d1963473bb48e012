package org.motherlode.ejb.ledger;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.math.BigInteger;
import java.util.List;
import javax.sql.DataSource;
import org.motherlode.ejb.database.Database;
import org.motherlode.model.ledger.Account;
import org.motherlode.model.ledger.Ledger;
import org.motherlode.model.ledger.Transfer;
import org.motherlode.model.lock.Fence;

/** The server's {@link Ledger}. */
@ApplicationScoped
public class SharedLedger implements Ledger {
    @Resource(lookup = "java:jboss/datasources/MotherlodeDS")
    DataSource source;

    @Override
    @Transactional(TxType.MANDATORY)
    public void post(Fence fence, List<Transfer> transfers) {
        new JdbcLedger(new Database(source)).post(fence, transfers);
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public BigInteger balance(Account account) {
        return new JdbcLedger(new Database(source)).balance(account);
    }
}
