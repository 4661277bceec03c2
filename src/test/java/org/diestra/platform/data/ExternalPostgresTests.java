package org.diestra.platform.data;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.diestra.TestFolder;
import org.diestra.platform.data.OwnPostgres.Login;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A database with one login, as a provider gives it. */
class ExternalPostgresTests {
  private static final Path FOLDER = TestFolder.fresh().resolve("postgres");

  private static OwnPostgres server;
  private static Login administrator;
  private static Login given;

  @BeforeAll
  static void aServerOfOthers() throws Exception {
    server = OwnPostgres.in(FOLDER, false);
    var password = Files.readString(FOLDER.resolve("password"));
    administrator = new Login(server.owner().url(), "postgres", password);
    run(administrator, "create role tenant login password 'given'");
    run(administrator, "create database tenant owner tenant");
    var url = server.owner().url().replaceFirst("/[a-z]+$", "/tenant");
    given = new Login(url, "tenant", "given");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void theApplicationWorksInARoleThatOwnsNothing() throws Exception {
    assertThatThrownBy(() -> ExternalPostgres.prepare(given))
        .isInstanceOf(CannotStart.class)
        .hasMessageStartingWith("DIESTRA_DATABASE_URL: ")
        .hasMessageContaining("grant diestra_app to tenant")
        .hasMessageNotContaining("\n");

    run(administrator, "grant diestra_app to tenant");
    ExternalPostgres.prepare(given);
    ExternalPostgres.prepare(given);
    run(given, "create schema jobs");
    run(given, "create table jobs.post (id int)");

    var application = ExternalPostgres.application(given);
    assertThatCode(() -> run(application, "insert into jobs.post values (1)"))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> run(application, "drop table jobs.post"))
        .hasMessageContaining("must be owner");
  }

  @Test
  void aDatabaseThatIsNotThereIsNamedInOneLine() {
    var nowhere = new Login("jdbc:postgresql://127.0.0.1:1/diestra", "tenant", "given");
    assertThatThrownBy(() -> ExternalPostgres.prepare(nowhere))
        .isInstanceOf(CannotStart.class)
        .hasMessageStartingWith("DIESTRA_DATABASE_URL: ");
  }

  private static void run(Login login, String statement) throws SQLException {
    try (var connection = DriverManager.getConnection(login.url(), login.user(), login.password());
        var sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }
}
