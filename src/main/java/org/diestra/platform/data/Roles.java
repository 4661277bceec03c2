package org.diestra.platform.data;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.diestra.platform.data.OwnPostgres.Login;

/**
 * The database and its two roles: the owner migrates, the application works and owns nothing, so
 * that row security holds it. Both get a new password at each start.
 */
final class Roles {
  static final String DATABASE = "diestra";
  static final String OWNER = "diestra_owner";
  static final String APPLICATION = "diestra_app";

  private static final String NO_SUCH_DATABASE = "3D000";

  private Roles() {}

  /**
   * Repeats safely, also after a start that broke off in between. The passwords are 256 random bits
   * that live as long as the server runs: hashing them 4096 times (RFC 7677 says so for what people
   * choose) would keep nobody out, and each connection of the pool busy.
   */
  static void prepare(String url, String password, Login owner, Login application)
      throws SQLException {
    try (var connection = database(url, password);
        var sql = connection.createStatement()) {
      connection.setAutoCommit(false); // one wait for the disk
      sql.execute("set scram_iterations = 1");
      login(sql, owner);
      login(sql, application);
      sql.execute("alter database diestra owner to diestra_owner");
      grant(sql, OWNER);
      connection.commit();
    }
  }

  /** Whatever that role makes from now on, the application may use. */
  static void grant(Statement sql, String owner) throws SQLException {
    for (var grant :
        new String[] {
          "usage on schemas",
          "select, insert, update, delete on tables",
          "usage, select on sequences"
        }) {
      sql.execute(
          "alter default privileges for role %s grant %s to diestra_app".formatted(owner, grant));
    }
  }

  private static Connection database(String url, String password) throws SQLException {
    try {
      return DriverManager.getConnection(url + DATABASE, "postgres", password);
    } catch (SQLException e) {
      if (!NO_SUCH_DATABASE.equals(e.getSQLState())) {
        throw e;
      }
    }
    try (var connection = DriverManager.getConnection(url + "postgres", "postgres", password);
        var sql = connection.createStatement()) {
      sql.execute("create database diestra");
    }
    return DriverManager.getConnection(url + DATABASE, "postgres", password);
  }

  private static void login(Statement sql, Login login) throws SQLException {
    sql.execute(
        """
        do $$ begin
          create role %1$s;
        exception when duplicate_object then null;
        end $$;
        alter role %1$s login password '%2$s'
        """
            .formatted(login.user(), login.password()));
  }
}
