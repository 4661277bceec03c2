package org.diestra.platform.dav;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.diestra.platform.accounts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
class LockStore {
  private final JdbcClient jdbc;

  LockStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Those on the path, on what it lies in, and on what lies in it.
   *
   * @param deep whether those within are asked for
   */
  List<Lock> around(DavPath path, boolean deep, Instant now) {
    return jdbc.sql(
            """
            select * from dav.lock
            where until > :now
              and (path = any(:keys) or :deep and starts_with(path, :below))
            order by made_at, token
            """)
        .param("now", at(now))
        .param("keys", path.keys().toArray(String[]::new))
        .param("deep", deep)
        .param("below", path.root() ? "/" : path.key() + "/")
        .query((r, n) -> lock(r))
        .list();
  }

  int count(PersonId person, Instant now) {
    return jdbc.sql("select count(*) from dav.lock where person = :person and until > :now")
        .param("person", person.value())
        .param("now", at(now))
        .query(Integer.class)
        .single();
  }

  void add(Lock lock, Instant now) {
    jdbc.sql(
            """
            insert into dav.lock (token, path, deep, exclusive, owner, person, made_at, until)
            values (:token, :path, :deep, :exclusive, :owner, :person, :now, :until)
            """)
        .param("token", lock.token())
        .param("path", lock.path())
        .param("deep", lock.deep())
        .param("exclusive", lock.exclusive())
        .param("owner", lock.owner())
        .param("person", lock.person().value())
        .param("now", at(now))
        .param("until", at(lock.until()))
        .update();
  }

  boolean prolong(String token, Instant until) {
    return jdbc.sql("update dav.lock set until = :until where token = :token")
            .param("token", token)
            .param("until", at(until))
            .update()
        == 1;
  }

  void remove(String token) {
    jdbc.sql("delete from dav.lock where token = :token").param("token", token).update();
  }

  /** All on what lies there, and within it unless that is to stay. */
  void removeAt(DavPath path, boolean itself) {
    jdbc.sql(
            """
            delete from dav.lock
            where :itself and path = :key or starts_with(path, :below)
            """)
        .param("itself", itself)
        .param("key", path.key())
        .param("below", path.key() + "/")
        .update();
  }

  /** All of one person on what lies there or within it. */
  void removeOf(PersonId person, DavPath path) {
    jdbc.sql(
            """
            delete from dav.lock
            where person = :person and (path = :key or starts_with(path, :below))
            """)
        .param("person", person.value())
        .param("key", path.key())
        .param("below", path.key() + "/")
        .update();
  }

  /** Those whose time is over; safe to repeat. */
  @Transactional
  int sweep(Instant now) {
    return jdbc.sql("delete from dav.lock where until <= :now").param("now", at(now)).update();
  }

  private static Lock lock(ResultSet r) throws SQLException {
    return new Lock(
        text(r, "token"),
        text(r, "path"),
        bool(r, "deep"),
        bool(r, "exclusive"),
        text(r, "owner"),
        new PersonId(id(r, "person")),
        instant(r, "until"));
  }
}
