package org.diestra.platform.sessions;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The transactions of sessions: each of its own, whatever the page is doing. Looking for one is a
 * single statement and has none, which spares each page two turns to the database.
 */
final class SessionTransactions implements TransactionOperations {
  private static final ScopedValue<Boolean> READING = ScopedValue.newInstance();
  private final TransactionTemplate own;

  SessionTransactions(PlatformTransactionManager transactions) {
    own = new TransactionTemplate(transactions);
    own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** Only statements that stand alone may be within. */
  static <T> @Nullable T reading(Supplier<@Nullable T> look) {
    return ScopedValue.where(READING, true).call(look::get);
  }

  @Override
  public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
    return READING.isBound()
        ? TransactionOperations.withoutTransaction().execute(action)
        : own.execute(action);
  }
}
