package org.diestra.platform.data;

import java.nio.file.Path;
import org.diestra.platform.data.OwnPostgres.Login;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** Where the rows are: in our own PostgreSQL, unless {@code DIESTRA_DATABASE_URL} names another. */
@Configuration(proxyBeanMethods = false)
class Database {

  /** Application and migrations sign in differently. */
  record Logins(Login application, Login owner) {}

  /** Made, and so started, only where no other database is named. */
  @Bean
  @Lazy
  static OwnPostgres ownPostgres(
      @Value("${diestra.data}") Path data, @Value("${diestra.database.durable}") boolean durable) {
    return OwnPostgres.in(data.resolve("postgres"), durable);
  }

  @Bean
  static Logins logins(
      @Value("${diestra.database.url}") String url,
      @Value("${diestra.database.user}") String user,
      @Value("${diestra.database.password}") String password,
      ObjectProvider<OwnPostgres> own) {
    if (url.isEmpty()) {
      var postgres = own.getObject();
      return new Logins(postgres.application(), postgres.owner());
    }
    var owner = new Login(url, user, password);
    ExternalPostgres.prepare(owner);
    return new Logins(ExternalPostgres.application(owner), owner);
  }

  @Bean
  static JdbcConnectionDetails asApplication(Logins logins) {
    return new AsApplication(logins.application());
  }

  @Bean
  static FlywayConnectionDetails asOwner(Logins logins) {
    return new AsOwner(logins.owner());
  }

  private record AsApplication(Login login) implements JdbcConnectionDetails {
    @Override
    public String getJdbcUrl() {
      return login.url();
    }

    @Override
    public String getUsername() {
      return login.user();
    }

    @Override
    public String getPassword() {
      return login.password();
    }
  }

  private record AsOwner(Login login) implements FlywayConnectionDetails {
    @Override
    public String getJdbcUrl() {
      return login.url();
    }

    @Override
    public String getUsername() {
      return login.user();
    }

    @Override
    public String getPassword() {
      return login.password();
    }
  }
}
