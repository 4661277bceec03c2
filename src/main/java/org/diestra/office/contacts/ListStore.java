package org.diestra.office.contacts;

import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.texts;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.diestra.office.workspaces.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A book as a page leafs through it. */
@Repository
class ListStore {
  private static final int MOST_GROUPS = 60;
  private final JdbcClient jdbc;

  ListStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One line of a list. */
  record Listed(
      CardId id,
      String title,
      String sort,
      String organisation,
      String mail,
      String phone,
      List<String> categories,
      boolean photo) {}

  /**
   * What a list shows.
   *
   * @param words each of which begins a word of what is found
   * @param initial a to z or #, or empty for all
   * @param group one of the categories, or empty for all
   * @param after where the page begins: behind this, null for the first
   */
  record Wanted(
      List<String> words,
      String initial,
      String group,
      @Nullable String after,
      @Nullable CardId id) {}

  /** By title. */
  List<Listed> list(WorkspaceId workspace, Wanted wanted, int most) {
    var values = new HashMap<String, Object>();
    var where = new StringBuilder();
    if (!wanted.words().isEmpty()) {
      where.append(" and words @@ cast(:words as tsquery)");
      values.put("words", query(wanted.words()));
    }
    if (!wanted.initial().isEmpty()) {
      where.append(" and initial = :initial");
      values.put("initial", wanted.initial());
    }
    if (!wanted.group().isEmpty()) {
      where.append(" and categories @> cast(array[:group] as text[])");
      values.put("group", wanted.group());
    }
    if (wanted.after() != null && wanted.id() != null) {
      where.append(" and (sort, id) > (cast(:after as text), :id)");
      values.put("after", wanted.after());
      values.put("id", wanted.id().value());
    }
    return jdbc.sql(
            """
            select id, title, sort, organisation, mail, phone, categories, photo
            from contacts.card where workspace = :workspace and not grouping %s
            order by sort, id limit :most
            """
                .formatted(where))
        .param("workspace", workspace.value())
        .param("most", most)
        .params(values)
        .query((r, n) ->
            new Listed(
                new CardId(id(r, "id")),
                text(r, "title"),
                text(r, "sort"),
                text(r, "organisation"),
                text(r, "mail"),
                text(r, "phone"),
                texts(r, "categories"),
                bool(r, "photo")))
        .list();
  }

  /**
   * Words hold neither quotes nor backslashes but in an address of mail, where they are doubled.
   */
  private static String query(List<String> words) {
    return words.stream()
        .map(w -> "'" + w.replace("\\", "\\\\").replace("'", "''") + "':*")
        .collect(Collectors.joining(" & "));
  }

  /** The initials that there are. */
  TreeSet<String> initials(WorkspaceId workspace) {
    return jdbc
        .sql("select distinct initial from contacts.card where workspace = :w and not grouping")
        .param("w", workspace.value())
        .query(String.class)
        .list()
        .stream()
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The categories that there are, by name, with how many bear each. */
  Map<String, Integer> groups(WorkspaceId workspace) {
    var all = new LinkedHashMap<String, Integer>();
    jdbc.sql(
            """
            select g.name, count(*) as cards from contacts.card c
            cross join unnest(c.categories) as g(name)
            where c.workspace = :w and not c.grouping and c.categories <> '{}'
            group by g.name order by lower(g.name), g.name limit :most
            """)
        .param("w", workspace.value())
        .param("most", MOST_GROUPS)
        .query(r -> {
          all.put(text(r, "name"), integer(r, "cards"));
        });
    return all;
  }
}
