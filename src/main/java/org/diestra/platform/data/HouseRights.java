package org.diestra.platform.data;

import static org.springframework.transaction.TransactionDefinition.PROPAGATION_NESTED;
import static org.springframework.transaction.support.TransactionSynchronizationManager.isActualTransactionActive;

import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * For what only the house may do and somebody's page asks it to, such as to let people into a
 * thread. It happens in the caller's own transaction, if there is one: both hold or neither does,
 * and nothing waits on a second connection for a row that the first has locked.
 */
@Component
public class HouseRights {
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final TransactionTemplate within;

  HouseRights(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.within = new TransactionTemplate(transactions);
    this.within.setPropagationBehavior(PROPAGATION_NESTED);
  }

  /**
   * Does it as the house, in a transaction. Afterwards row security knows the caller again, also
   * when it failed.
   */
  public <T> T call(Supplier<T> action) {
    boolean already = Caller.current().filter(caller -> caller.id().isEmpty()).isPresent();
    if (already || !isActualTransactionActive()) {
      return Caller.house().call(() -> done(transaction, action));
    }
    var caller = Caller.current().map(Caller::toString).orElse("");
    return Caller.house()
        .call(() ->
            done(
                within,
                () -> {
                  tell(Caller.house().toString());
                  var result = action.get();
                  tell(caller); // a failure goes back to the savepoint, and the setting with it
                  return result;
                }));
  }

  /**
   * Does it with the rights of somebody who lends them, such as the maker of a link to whoever
   * holds it; as the house's, in the caller's own transaction, if there is one.
   */
  public <T> T callAs(UUID person, Supplier<T> action) {
    var lender = Caller.person(person);
    if (!isActualTransactionActive()) {
      return lender.call(() -> done(transaction, action));
    }
    var caller = Caller.current().map(Caller::toString).orElse("");
    return lender.call(() ->
        done(
            within,
            () -> {
              tell(lender.toString());
              var result = action.get();
              tell(caller);
              return result;
            }));
  }

  private static <T> T done(TransactionTemplate template, Supplier<T> action) {
    return Objects.requireNonNull(template.execute(tx -> action.get()));
  }

  private void tell(String caller) {
    jdbc.sql("select set_config('diestra.caller', ?, true)")
        .param(caller)
        .query(String.class)
        .single();
  }
}
