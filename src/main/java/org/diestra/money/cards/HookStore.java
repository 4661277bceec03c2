package org.diestra.money.cards;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.text;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.diestra.money.cards.Hooks.Call;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class HookStore {
  private final JdbcClient jdbc;

  HookStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False where one of that name is there already. */
  boolean add(Call call, Instant now) {
    return jdbc.sql(
                """
                insert into cards.event (id, type, object, account, hash, received_at)
                values (:id, :type, :object, :account, :hash, :now) on conflict (id) do nothing
                """)
            .param("id", call.id())
            .param("type", call.type())
            .param("object", call.object())
            .param("account", call.account())
            .param("hash", call.hash())
            .param("now", at(now))
            .update()
        == 1;
  }

  Optional<String> hash(String id) {
    return jdbc.sql("select hash from cards.event where id = :id")
        .param("id", id)
        .query((r, n) -> text(r, "hash"))
        .optional();
  }

  /** What it is about, where it waits to be looked into. */
  Optional<Heard> waiting(String id) {
    return jdbc.sql(
            "select type, object, account from cards.event where id = :id and done_at is null")
        .param("id", id)
        .query((r, n) -> new Heard(text(r, "type"), text(r, "object"), text(r, "account")))
        .optional();
  }

  /**
   * @param object the id of what it is about, may be empty
   */
  record Heard(String type, String object, String account) {}

  /** What could not be looked into until now, and came before then; the oldest first. */
  List<String> undone(Instant then, int most) {
    return jdbc.sql(
            """
            select id from cards.event where done_at is null and received_at < :then
            order by received_at limit :most
            """)
        .param("then", at(then))
        .param("most", most)
        .query((r, n) -> text(r, "id"))
        .list();
  }

  void done(String id, Instant now) {
    jdbc.sql("update cards.event set done_at = :now where id = :id and done_at is null")
        .param("id", id)
        .param("now", at(now))
        .update();
  }

  /** When something was last heard. */
  Optional<Instant> last() {
    return jdbc.sql("select received_at from cards.event order by received_at desc limit 1")
        .query((r, n) -> instant(r, "received_at"))
        .optional();
  }

  int dropBefore(Instant then) {
    return jdbc.sql("delete from cards.event where received_at < :then")
        .param("then", at(then))
        .update();
  }
}
