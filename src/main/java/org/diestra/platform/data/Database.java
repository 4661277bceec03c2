package org.diestra.platform.data;

import java.nio.file.Path;
import org.diestra.platform.data.OwnPostgres.Login;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the rows are: in our own PostgreSQL, unless {@code DIESTRA_DATABASE_URL} names another. */
@Configuration(proxyBeanMethods = false)
class Database {

  /** Application and migrations sign in differently. */
  record Logins(Login application, Login owner) {}

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnExpression("'${diestra.database.url}' == ''")
  static class Own {
    @Bean
    static OwnPostgres ownPostgres(
        @Value("${diestra.data}") Path data,
        @Value("${diestra.database.durable}") boolean durable) {
      return OwnPostgres.in(data.resolve("postgres"), durable);
    }

    @Bean
    static Logins logins(OwnPostgres own) {
      return new Logins(own.application(), own.owner());
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnExpression("'${diestra.database.url}' != ''")
  static class External {
    @Bean
    static Logins logins(
        @Value("${diestra.database.url}") String url,
        @Value("${diestra.database.user}") String user,
        @Value("${diestra.database.password}") String password) {
      var owner = new Login(url, user, password);
      ExternalPostgres.prepare(owner);
      return new Logins(ExternalPostgres.application(owner), owner);
    }
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
