package org.diestra.office.statements;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instantOrNull;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.integerOrNull;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.diestra.office.books.AccountId;
import org.diestra.office.statements.Rule.Way;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RuleStore {
  private final JdbcClient jdbc;

  RuleStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** As they are asked: by priority, and of those alike the one that says more. */
  List<Rule> all(WorkspaceId workspace) {
    return jdbc.sql(
            """
            select * from statements.rule where workspace = :workspace
            order by priority, length(contains) desc, id
            """)
        .param("workspace", workspace.value())
        .query((r, n) -> rule(r))
        .list();
  }

  Optional<Rule> find(WorkspaceId workspace, RuleId id) {
    return jdbc.sql("select * from statements.rule where workspace = :workspace and id = :id")
        .param("workspace", workspace.value())
        .param("id", id.value())
        .query((r, n) -> rule(r))
        .optional();
  }

  /** False where one with the same text and way is there. */
  boolean add(Rule rule, PersonId by, Instant now) {
    return jdbc.sql(
                """
                insert into statements.rule (id, workspace, contains, way, account, vat, text,
                  priority, version, made_by, made_at)
                values (:id, :workspace, :contains, :way, :account, :vat, :text, :priority, 1, :by,
                  :now)
                on conflict (workspace, contains, way) do nothing
                """)
            .param("id", rule.id().value())
            .param("workspace", rule.workspace().value())
            .param("contains", rule.contains())
            .param("way", rule.way().name())
            .param("account", rule.account().value())
            .param("vat", rule.vat())
            .param("text", rule.text())
            .param("priority", rule.priority())
            .param("by", by.value())
            .param("now", at(now))
            .update()
        == 1;
  }

  /** Whether another rule has the same text and way. */
  boolean taken(Rule rule) {
    return jdbc.sql(
                """
                select count(*) from statements.rule where workspace = :workspace
                  and contains = :contains and way = :way and id <> :id
                """)
            .param("workspace", rule.workspace().value())
            .param("contains", rule.contains())
            .param("way", rule.way().name())
            .param("id", rule.id().value())
            .query(Integer.class)
            .single()
        > 0;
  }

  /** False where it has changed since it was seen. */
  boolean change(Rule after) {
    return jdbc.sql(
                """
                update statements.rule set contains = :contains, way = :way, account = :account,
                  vat = :vat, text = :text, priority = :priority, version = version + 1
                where workspace = :workspace and id = :id and version = :version
                """)
            .param("contains", after.contains())
            .param("way", after.way().name())
            .param("account", after.account().value())
            .param("vat", after.vat())
            .param("text", after.text())
            .param("priority", after.priority())
            .param("workspace", after.workspace().value())
            .param("id", after.id().value())
            .param("version", after.version())
            .update()
        == 1;
  }

  void used(Rule rule, boolean right, Instant now) {
    jdbc.sql(
            """
            update statements.rule set rights = rights + :right, wrongs = wrongs + 1 - :right,
              last_used = :now
            where workspace = :workspace and id = :id
            """)
        .param("right", right ? 1 : 0)
        .param("now", at(now))
        .param("workspace", rule.workspace().value())
        .param("id", rule.id().value())
        .update();
  }

  boolean remove(Rule rule) {
    return jdbc.sql("delete from statements.rule where workspace = :workspace and id = :id")
            .param("workspace", rule.workspace().value())
            .param("id", rule.id().value())
            .update()
        == 1;
  }

  private static Rule rule(ResultSet r) throws SQLException {
    return new Rule(
        new RuleId(id(r, "id")),
        new WorkspaceId(id(r, "workspace")),
        text(r, "contains"),
        label(r, "way", Way.class),
        new AccountId(id(r, "account")),
        integerOrNull(r, "vat"),
        text(r, "text"),
        integer(r, "priority"),
        integer(r, "rights"),
        integer(r, "wrongs"),
        instantOrNull(r, "last_used"),
        integer(r, "version"));
  }
}
