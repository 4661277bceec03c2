package org.diestra.money.ledger;

import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.text;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.diestra.platform.base.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Posts and chains, by the only two functions with which the application may. */
@Repository
class LedgerStore {
  private final JdbcClient jdbc;

  LedgerStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What stands under a key.
   *
   * @param body of the entry that does
   * @param fresh whether it was posted just now
   */
  record Standing(String key, UUID id, String body, boolean fresh) {}

  /** A line, with the place of its entry counted from 1. */
  private record Line(int entry, Posting posting) {}

  List<Standing> post(List<Entry> entries) {
    var lines =
        java.util.stream.IntStream.range(0, entries.size())
            .boxed()
            .flatMap(i -> entries.get(i).postings().stream().map(p -> new Line(i + 1, p)))
            .toList();
    return jdbc.sql(
            """
            select * from ledger.post(cast(:ids as uuid[]), :books, :keys, :events,
              cast(:ats as timestamptz[]), :abouts, :evidences, cast(:reverses as uuid[]), :lines,
              :bodies, :entries, :kinds, :codes, cast(:owners as uuid[]), :amounts)
            """)
        .param("ids", texts(entries, e -> Ids.fresh()))
        .param("books", texts(entries, Entry::book))
        .param("keys", texts(entries, Entry::key))
        .param("events", texts(entries, Entry::event))
        .param("ats", texts(entries, Entry::at))
        .param("abouts", texts(entries, Entry::about))
        .param("evidences", texts(entries, Entry::evidence))
        .param("reverses", texts(entries, Entry::reverses))
        .param("lines", entries.stream().map(e -> e.postings().size()).toArray(Integer[]::new))
        .param("bodies", texts(entries, Entry::body))
        .param("entries", lines.stream().map(Line::entry).toArray(Integer[]::new))
        .param("kinds", texts(lines, l -> l.posting().account().kind()))
        .param("codes", texts(lines, l -> l.posting().account().code()))
        .param("owners", texts(lines, l -> l.posting().account().owner()))
        .param(
            "amounts", lines.stream().map(l -> l.posting().amount().minor()).toArray(Long[]::new))
        .query((r, n) ->
            new Standing(
                text(r, "posted_key"),
                id(r, "posted_id"),
                text(r, "posted_body"),
                bool(r, "is_fresh")))
        .list();
  }

  /** Chains at most so many entries that are not yet; gives how many it did. */
  int chain(int most) {
    return jdbc.sql("select ledger.chain(:most)").param("most", most).query(Integer.class).single();
  }

  private static <T> @Nullable String[] texts(List<T> all, Function<T, @Nullable Object> what) {
    var texts = new @Nullable String[all.size()];
    for (int i = 0; i < texts.length; i++) {
      var value = what.apply(all.get(i));
      texts[i] = value == null ? null : value.toString();
    }
    return texts;
  }
}
