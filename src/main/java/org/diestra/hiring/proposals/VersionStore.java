package org.diestra.hiring.proposals;

import static org.diestra.platform.data.Row.date;
import static org.diestra.platform.data.Row.decimal;
import static org.diestra.platform.data.Row.ids;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.money;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.zone;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.diestra.hiring.jobs.JobId;
import org.diestra.hiring.samples.SampleId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.PayUnit;
import org.diestra.platform.base.WorkWeek;
import org.diestra.platform.blobs.BlobId;
import org.diestra.platform.data.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What bids say: the page as it was left, and each version as it was sent. */
@Repository
class VersionStore {
  private static final TypeReference<LinkedHashMap<String, String>> ANSWERS =
      new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  VersionStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  record Version(int number, Instant at, BidContent content) {}

  /** One version, as far as a list of them tells. */
  record Past(
      int number,
      Instant at,
      PayUnit unit,
      Money price,
      BigDecimal quantity,
      @Nullable BigDecimal hours,
      LocalDate start) {}

  void keep(BidId bid, BidForm typed) {
    int rows =
        jdbc.sql("update proposals.bid set typed = cast(:typed as jsonb) where id = :id")
            .param("typed", json.writeValueAsString(typed))
            .param("id", bid.value())
            .update();
    if (rows != 1) {
      throw new IllegalStateException("no bid " + bid);
    }
  }

  Optional<BidForm> kept(BidId bid) {
    return jdbc.sql("select typed from proposals.bid where id = :id and typed is not null")
        .param("id", bid.value())
        .query((r, n) -> json.readValue(text(r, "typed"), BidForm.class))
        .optional();
  }

  /**
   * @param key names the page it was sent from; a page is sent once
   */
  void add(Bid bid, BidContent said, String key, Instant at) {
    jdbc.sql(
            """
            insert into proposals.version (bid, version, at, key, edition, unit, price_minor,
              currency, quantity, hours, start_on, week, zone, worker, letter, answers, samples,
              files)
            values (:bid, :version, :at, :key, :edition, :unit, :price, :currency, :quantity,
              :hours, :start, :week, :zone, :worker, :letter, cast(:answers as jsonb), :samples,
              :files)
            """)
        .param("bid", bid.id().value())
        .param("version", bid.version())
        .param("at", Row.at(at))
        .param("key", key)
        .param("edition", said.edition())
        .param("unit", said.unit().name())
        .param("price", said.price().minor())
        .param("currency", said.price().currency().getCurrencyCode())
        .param("quantity", said.quantity())
        .param("hours", said.hours())
        .param("start", said.start())
        .param("week", said.week().hours())
        .param("zone", said.week().zone().getId())
        .param("worker", said.worker())
        .param("letter", said.letter())
        .param("answers", json.writeValueAsString(said.answers()))
        .param("samples", said.samples().stream().map(SampleId::value).toArray(UUID[]::new))
        .param("files", said.files().stream().map(BlobId::value).toArray(UUID[]::new))
        .update();
  }

  boolean sentFrom(BidId bid, String key) {
    return jdbc.sql("select true from proposals.version where bid = :bid and key = :key")
        .param("bid", bid.value())
        .param("key", key)
        .query(Boolean.class)
        .optional()
        .isPresent();
  }

  /** What a bid says now; empty for a draft. */
  Optional<BidContent> current(Bid bid) {
    return jdbc.sql("select * from proposals.version where bid = :bid and version = :version")
        .param("bid", bid.id().value())
        .param("version", bid.version())
        .query((r, n) -> content(r))
        .optional();
  }

  /** The hundred newest versions, the newest first. */
  List<Past> history(BidId bid) {
    return jdbc.sql(
            """
            select version, at, unit, price_minor, currency, quantity, hours, start_on
            from proposals.version where bid = :bid order by version desc limit 100
            """)
        .param("bid", bid.value())
        .query((r, n) -> past(r))
        .list();
  }

  /** What each bid of a job says now. */
  Map<BidId, Version> ofJob(JobId job) {
    return newest("b.job", job.value());
  }

  /** What each bid of a person says now. */
  Map<BidId, Version> of(PersonId person) {
    return newest("b.person", person.value());
  }

  private Map<BidId, Version> newest(String column, UUID value) {
    var found = new LinkedHashMap<BidId, Version>();
    jdbc.sql(
            """
            select v.* from proposals.bid b
            join proposals.version v on v.bid = b.id and v.version = b.version
            where %s = :value
            """
                .formatted(column))
        .param("value", value)
        .query(r -> {
          found.put(
              new BidId(Row.id(r, "bid")),
              new Version(integer(r, "version"), instant(r, "at"), content(r)));
        });
    return found;
  }

  private static Past past(ResultSet r) throws SQLException {
    return new Past(
        integer(r, "version"),
        instant(r, "at"),
        label(r, "unit", PayUnit.class),
        money(r, "price_minor", "currency"),
        decimal(r, "quantity"),
        r.getBigDecimal("hours"),
        date(r, "start_on"));
  }

  private BidContent content(ResultSet r) throws SQLException {
    return new BidContent(
        integer(r, "edition"),
        label(r, "unit", PayUnit.class),
        money(r, "price_minor", "currency"),
        decimal(r, "quantity"),
        r.getBigDecimal("hours"),
        date(r, "start_on"),
        new WorkWeek(text(r, "week"), zone(r, "zone")),
        text(r, "worker"),
        text(r, "letter"),
        json.readValue(text(r, "answers"), ANSWERS),
        ids(r, "samples").stream().map(SampleId::new).toList(),
        ids(r, "files").stream().map(BlobId::new).toList());
  }
}
