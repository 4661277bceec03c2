package org.diestra.platform.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.diestra.HouseTest;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@HouseTest
class MigrationsTests {
  @Autowired private Migrations migrations;
  @Autowired private JdbcClient asApplication;
  @Autowired private FlywayConnectionDetails owner;

  @Test
  void everyModuleHasItsOwnSchemaAndHistory() {
    var schemas =
        asOwner()
            .sql("select schemaname from pg_tables where tablename = 'flyway_schema_history'")
            .query(String.class)
            .list();
    assertThat(schemas).contains("data", "timers", "accounts").doesNotContain("public");
  }

  @Test
  void whatHasNotChangedIsNotLookedAt() {
    var looks = new AtomicInteger();
    migrate(looks);
    int whenUnchanged = looks.getAndSet(0);
    asOwner().sql("update public.migrated set hash = 'of other scripts'").update();
    migrate(looks);
    assertThat(whenUnchanged).isLessThan(looks.get()).isLessThanOrEqualTo(2);
    assertThat(asOwner().sql("select hash from public.migrated").query(String.class).single())
        .hasSize(64);
  }

  @Test
  void theApplicationCannotTouchHistory() {
    for (var table : new String[] {"accounts.flyway_schema_history", "public.migrated"}) {
      assertThatThrownBy(() -> asApplication.sql("delete from " + table).update())
          .rootCause()
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void theApplicationOwnsNothing() {
    assertThatThrownBy(() -> asApplication.sql("drop table accounts.session").update())
        .rootCause()
        .hasMessageContaining("must be owner");
    assertThatThrownBy(() -> asApplication.sql("create table public.own (id int)").update())
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  private void migrate(AtomicInteger looks) {
    migrations.migrate(Flyway.configure().dataSource(counting(ownerSource(), looks)).load());
  }

  private static DataSource counting(DataSource source, AtomicInteger looks) {
    return new DelegatingDataSource(source) {
      @Override
      public Connection getConnection() throws SQLException {
        looks.incrementAndGet();
        return super.getConnection();
      }
    };
  }

  private JdbcClient asOwner() {
    return JdbcClient.create(ownerSource());
  }

  private DataSource ownerSource() {
    return new DriverManagerDataSource(
        owner.getJdbcUrl(), owner.getUsername(), owner.getPassword());
  }
}
