package org.diestra.platform.data;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.diestra.platform.data.OwnPostgres.Login;

/**
 * A PostgreSQL that somebody else runs. One login is given; it owns what the migrations make, and
 * the application works under the role {@code diestra_app}, which owns nothing.
 */
final class ExternalPostgres {
  private ExternalPostgres() {}

  /** Sees to the role, once; a login that may not make roles finds it made by its administrator. */
  static void prepare(Login owner) {
    try (var connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password());
        var sql = connection.createStatement()) {
      if (!sql.executeQuery("select from pg_roles where rolname = 'diestra_app'").next()) {
        sql.execute("create role diestra_app nologin");
      }
      try (var member =
          sql.executeQuery("select pg_has_role(current_user, 'diestra_app', 'set')")) {
        member.next();
        if (!member.getBoolean(1)) {
          connection.createStatement().execute("grant diestra_app to current_user with set true");
        }
      }
      Roles.grant(sql, "current_user");
    } catch (SQLException e) {
      throw new CannotStart(
          ("DIESTRA_DATABASE_URL: %s (the login needs its own database of PostgreSQL 18; where it"
                  + " may not create roles: create role diestra_app; grant diestra_app to %s)")
              .formatted(
                  String.valueOf(e.getMessage()).lines().findFirst().orElse(""), owner.user()),
          e);
    }
  }

  /** The same login in the application's role from the first statement on. */
  static Login application(Login owner) {
    var sign = owner.url().contains("?") ? "&" : "?";
    return new Login(
        owner.url() + sign + "options=-c%20role=diestra_app", owner.user(), owner.password());
  }
}
