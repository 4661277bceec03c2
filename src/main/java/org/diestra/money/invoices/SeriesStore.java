package org.diestra.money.invoices;

import static org.diestra.platform.data.Row.date;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.text;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.diestra.money.invoices.Invoice.Kind;
import org.diestra.money.taxes.TaxProfile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Numbers without gaps: a series' row is locked from the taking of its next numbers until the
 * transaction ends, which writes the invoices or gives the numbers back. Whoever takes of several
 * takes in one order, so that two never wait for each other.
 */
@Repository
class SeriesStore {
  private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final String HOUSE_CODE = "HOUSE";
  private static final int CODE = 6;
  private static final SecureRandom RANDOM = new SecureRandom();
  private final JdbcClient jdbc;
  private final Supplier<String> letters;

  @Autowired
  SeriesStore(JdbcClient jdbc) {
    this(jdbc, SeriesStore::drawn);
  }

  SeriesStore(JdbcClient jdbc, Supplier<String> letters) {
    this.jdbc = jdbc;
    this.letters = letters;
  }

  /**
   * Numbers that were taken.
   *
   * @param first the lowest of them
   * @param day on which they are issued: never before that of an earlier number
   */
  record Taken(String code, Kind kind, LocalDate day, int first) {
    String number(int offset) {
      return "%s-%s%d-%05d".formatted(code, kind.letter(), day.getYear(), first + offset);
    }
  }

  /** Takes so many for each issuer. */
  Map<UUID, Taken> take(Kind kind, Map<UUID, Integer> counts, LocalDate today) {
    var issuers = counts.keySet().stream().sorted(Comparator.comparing(UUID::toString)).toList();
    var ids = issuers.toArray(UUID[]::new);
    name(issuers);
    var taken = new HashMap<UUID, Taken>();
    jdbc.sql(
            """
            with wanted as (
              insert into invoices.series as s (issuer, letter, year, last, last_day)
              select w.issuer, :letter, extract(year from cast(:today as date)), w.count, :today
              from unnest(:issuers, :counts) with ordinality as w (issuer, count, place)
              order by w.place
              on conflict (issuer, letter, year) do update set last = s.last + excluded.last,
                last_day = greatest(s.last_day, excluded.last_day)
              returning issuer, last, last_day)
            select w.*, i.code from wanted w join invoices.issuer i on i.owner = w.issuer
            """)
        .param("letter", kind.letter())
        .param("today", today)
        .param("issuers", ids)
        .param(
            "counts", issuers.stream().map(i -> counts.getOrDefault(i, 0)).toArray(Integer[]::new))
        .query((r, n) -> {
          var issuer = id(r, "issuer");
          int count = counts.getOrDefault(issuer, 0);
          var series =
              new Taken(text(r, "code"), kind, date(r, "last_day"), integer(r, "last") - count + 1);
          taken.put(issuer, series);
          return series;
        })
        .list();
    return taken;
  }

  /**
   * Letters of their own for those who have none yet. Among very many issuers some draw what
   * another has; those draw again.
   */
  private void name(List<UUID> issuers) {
    for (var nameless = issuers; !nameless.isEmpty(); nameless = nameless(issuers)) {
      jdbc.sql(
              """
              insert into invoices.issuer (owner, code)
              select owner, code from unnest(:owners, :codes) with ordinality as n (owner, code, place)
              where not exists (select from invoices.issuer i where i.owner = n.owner)
              order by place
              on conflict do nothing
              """)
          .param("owners", nameless.toArray(UUID[]::new))
          .param(
              "codes",
              nameless.stream()
                  .map(i -> i.equals(TaxProfile.HOUSE) ? HOUSE_CODE : letters.get())
                  .toArray(String[]::new))
          .update();
    }
  }

  private List<UUID> nameless(List<UUID> issuers) {
    return jdbc.sql(
            """
            select owner from unnest(:owners) with ordinality as n (owner, place)
            where not exists (select from invoices.issuer i where i.owner = n.owner)
            order by place
            """)
        .param("owners", issuers.toArray(UUID[]::new))
        .query((r, n) -> id(r, "owner"))
        .list();
  }

  private static String drawn() {
    var code = new StringBuilder();
    for (int i = 0; i < CODE; i++) {
      code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return code.toString();
  }

  /** How many series do not hold exactly the numbers from one to their last, or go back in time. */
  int broken() {
    return jdbc.sql(
            """
            select count(*) from invoices.series s
            left join lateral (select count(*) as held, max(n) as highest, min(n) as lowest
              from invoices.invoice i
              where i.issuer = s.issuer and i.letter = s.letter and i.year = s.year) i on true
            where i.held <> s.last or i.highest <> s.last or i.lowest <> 1
              or exists (select from (select issued_on, lag(issued_on) over (order by n) as before
                from invoices.invoice d
                where d.issuer = s.issuer and d.letter = s.letter and d.year = s.year) d
                where issued_on < before)
            """)
        .query(Integer.class)
        .single();
  }
}
