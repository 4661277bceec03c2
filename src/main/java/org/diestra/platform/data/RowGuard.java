package org.diestra.platform.data;

import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizers;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/**
 * The house's transactions. Each tells the database at its beginning who calls; policies ask {@code
 * data.caller()} for the person and {@code data.house()} for the house.
 */
@Component
class RowGuard extends JdbcTransactionManager {
  private static final long serialVersionUID = 1;

  RowGuard(DataSource source, ObjectProvider<TransactionManagerCustomizers> customizers) {
    super(source);
    customizers.ifAvailable(all -> all.customize(this));
  }

  /**
   * It is part of beginning, and not done by a listener after it: what a listener throws leaves the
   * connection bound to the thread, for good and broken.
   */
  @Override
  protected void doBegin(Object transaction, TransactionDefinition definition) {
    super.doBegin(transaction, definition);
    try {
      if (Caller.CURRENT.isBound()) {
        tell(Caller.CURRENT.get().toString());
      }
    } catch (SQLException | RuntimeException | Error e) {
      doCleanupAfterCompletion(transaction);
      throw new CannotCreateTransactionException("the database was not told who calls", e);
    }
  }

  private void tell(String caller) throws SQLException {
    var connection = DataSourceUtils.getConnection(Objects.requireNonNull(getDataSource()));
    try (var said = connection.prepareStatement("select set_config('diestra.caller', ?, true)")) {
      said.setString(1, caller);
      said.execute();
    } finally {
      DataSourceUtils.releaseConnection(connection, getDataSource()); // it stays the transaction's
    }
  }
}
