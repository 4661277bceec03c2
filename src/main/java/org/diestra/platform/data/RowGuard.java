package org.diestra.platform.data;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Tells the database at the beginning of each transaction who calls. Policies ask {@code
 * data.caller()} for the person and {@code data.house()} for the house.
 */
@Component
class RowGuard implements TransactionExecutionListener {
  private final ObjectProvider<JdbcClient> jdbc; // which itself waits for the transaction manager

  RowGuard(ObjectProvider<JdbcClient> jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
    if (failure == null && transaction.isNewTransaction() && Caller.CURRENT.isBound()) {
      jdbc.getObject()
          .sql("select set_config('diestra.caller', ?, true)")
          .param(Caller.CURRENT.get().toString())
          .query(String.class)
          .single();
    }
  }
}
