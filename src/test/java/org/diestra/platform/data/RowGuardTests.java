package org.diestra.platform.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.diestra.HouseTest;
import org.diestra.platform.base.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** On a table guarded as a module would guard its own. */
@HouseTest
class RowGuardTests {
  private final UUID ana = Ids.fresh();
  private final UUID ben = Ids.fresh();

  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transactions;
  @Autowired private HouseRights house;
  @Autowired private FlywayConnectionDetails owner;
  @Autowired private DataSource pool;
  @Autowired private ObjectProvider<TransactionManagerCustomizers> customizers;

  @BeforeEach
  void aGuardedTableWithARowOfEach() {
    var source =
        new DriverManagerDataSource(owner.getJdbcUrl(), owner.getUsername(), owner.getPassword());
    JdbcClient.create(source)
        .sql(
            """
            drop schema if exists guarded cascade;
            create schema guarded;
            create table guarded.note (person uuid not null, words text not null);
            alter table guarded.note enable row level security;
            create policy own on guarded.note
              using ((select data.house()) or person = (select data.caller()));
            """)
        .update();
    Caller.person(ana).run(() -> write(ana, "Ana's"));
    Caller.person(ben).run(() -> write(ben, "Ben's"));
  }

  @Test
  void everybodySeesTheirOwnRowsAndTheHouseAll() {
    assertThat(Caller.person(ana).call(this::read)).containsExactly("Ana's");
    assertThat(Caller.person(ben).call(this::read)).containsExactly("Ben's");
    assertThat(Caller.house().call(this::read)).containsExactlyInAnyOrder("Ana's", "Ben's");
  }

  @Test
  void whereNobodyIsBoundThereIsNothing() {
    assertThat(read()).isEmpty();
    assertThat(jdbc.sql("select words from guarded.note").query(String.class).list()).isEmpty();
  }

  @Test
  void aConnectionForgetsItsLastCaller() {
    // every connection of the pool has had a caller; its setting is then '' and no longer null
    for (int i = 0; i < 20; i++) {
      Caller.person(ana).call(this::read);
      assertThat(read()).isEmpty();
    }
  }

  /** Else whatever the thread did next would meet the same broken connection. */
  @Test
  void aTransactionThatCanNotBeginLeavesNothingBehind() {
    var source = new BreakingSource(pool);
    var guarded = new TransactionTemplate(new RowGuard(source, customizers));
    var client = JdbcClient.create(source);
    source.breaks = true;
    assertThatThrownBy(() -> Caller.person(ana).run(() -> guarded.execute(tx -> "never")))
        .isInstanceOf(CannotCreateTransactionException.class)
        .hasRootCauseMessage("the line broke");
    assertThat(source.open).isZero();
    assertThat(TransactionSynchronizationManager.getResourceMap()).doesNotContainKey(source);
    assertThat(TransactionSynchronizationManager.isSynchronizationActive()).isFalse();
    source.breaks = false;
    assertThat(client.sql("select 1").query(Integer.class).single()).isOne();
    List<String> read =
        Caller.person(ana)
            .call(() ->
                guarded.execute(
                    tx -> client.sql("select words from guarded.note").query(String.class).list()));
    assertThat(read).containsExactly("Ana's");
  }

  /** A pool whose lines break before the first word. */
  private static final class BreakingSource extends DelegatingDataSource {
    private boolean breaks;
    private int open;

    BreakingSource(DataSource pool) {
      super(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
      var real = super.getConnection();
      open++;
      InvocationHandler breaking =
          (proxy, method, args) -> {
            if (breaks && method.getName().equals("prepareStatement")) {
              throw new SQLException("the line broke");
            }
            open -= method.getName().equals("close") ? 1 : 0;
            return method.invoke(real, args);
          };
      return (Connection)
          Proxy.newProxyInstance(
              getClass().getClassLoader(), new Class<?>[] {Connection.class}, breaking);
    }
  }

  @Test
  void anotherThreadHasNoCallerOfItsOwn() {
    var seen = Caller.person(ana).call(() -> CompletableFuture.supplyAsync(this::read).join());
    assertThat(seen).isEmpty();
  }

  @Test
  void nobodyWritesInAnothersName() {
    assertThatThrownBy(() -> Caller.person(ana).run(() -> write(ben, "forged")))
        .rootCause()
        .hasMessageContaining("row-level security");
    assertThatThrownBy(() -> write(ana, "of nobody"))
        .rootCause()
        .hasMessageContaining("row-level security");
  }

  @Test
  void aTransactionOfItsOwnWithinAnotherKnowsTheCallerToo() {
    var inner = new TransactionTemplate(transactions.getTransactionManager());
    inner.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
    var seen =
        Caller.person(ana).call(() -> transactions.execute(outer -> inner.execute(tx -> words())));
    assertThat(seen).containsExactly("Ana's");
  }

  @Test
  void whatOnlyTheHouseMayIsDoneWithinSomebodysTransaction() {
    Caller.person(ana)
        .run(() ->
            transactions.executeWithoutResult(tx -> {
              assertThat(house.call(this::words)).containsExactlyInAnyOrder("Ana's", "Ben's");
              assertThat(words()).containsExactly("Ana's");
            }));
    assertThat(Caller.person(ana).call(() -> house.call(this::words))).hasSize(2);
  }

  @Test
  void whatFailsAsTheHouseLeavesTheCallerTheirRightsAndNoMore() {
    Caller.person(ana)
        .run(() ->
            transactions.executeWithoutResult(tx -> {
              assertThatThrownBy(() ->
                      house.call(() -> {
                        write(ben, "half");
                        return jdbc.sql("select 1 / 0").query(Integer.class).single();
                      }))
                  .rootCause()
                  .hasMessageContaining("division by zero");
              assertThat(words()).containsExactly("Ana's");
              tx.setRollbackOnly();
            }));
    assertThat(Caller.house().call(this::read)).doesNotContain("half");
  }

  private void write(UUID person, String words) {
    transactions.executeWithoutResult(tx ->
        jdbc.sql("insert into guarded.note (person, words) values (:person, :words)")
            .param("person", person)
            .param("words", words)
            .update());
  }

  private List<String> read() {
    return transactions.execute(tx -> words());
  }

  private List<String> words() {
    return jdbc.sql("select words from guarded.note").query(String.class).list();
  }
}
