package org.diestra.work.contracts;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.textOrNull;
import static org.diestra.platform.data.Row.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.hiring.jobs.JobId;
import org.diestra.hiring.proposals.BidId;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.work.contracts.Offer.Facts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OfferStore {
  private final JdbcClient jdbc;

  OfferStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One version as its author signed it. */
  record Version(int version, Side author, Paper paper, @Nullable String note, Instant madeAt) {}

  /** A signature under one version. */
  record Signature(
      int version, Side side, PersonId person, String name, String hash, Instant signedAt) {}

  void add(Offer.Open offer, StatusCheck check, Instant now) {
    add(offer, check, "HIRE", now);
  }

  /** One for a trial alone, which the verbs for hiring don't see. */
  void addTrial(Offer.Open offer, StatusCheck check, Instant now) {
    add(offer, check, "TRIAL", now);
  }

  private void add(Offer.Open offer, StatusCheck check, String kind, Instant now) {
    var facts = offer.facts();
    jdbc.sql(
            """
            insert into contracts.offer (id, job, bid, organisation, made_by, assistant, state,
              version, author, expires_at, made_at, moved_at, status_signs, kind)
            values (:id, :job, :bid, :organisation, :madeBy, :assistant, :state,
              :version, :author, :expires, :now, :now, :signs, :kind)
            """)
        .param("id", facts.id().value())
        .param("job", facts.job().value())
        .param("bid", facts.bid().value())
        .param("organisation", facts.organisation().value())
        .param("madeBy", facts.madeBy().value())
        .param("assistant", facts.assistant().value())
        .param("state", offer.state())
        .param("version", facts.version())
        .param("author", facts.author().name())
        .param("expires", at(facts.expiresAt()))
        .param("now", at(now))
        .param("signs", check.sorted().stream().map(Enum::name).toArray(String[]::new))
        .param("kind", kind)
        .update();
  }

  void addVersion(OfferId offer, Version version) {
    jdbc.sql(
            """
            insert into contracts.version (offer, version, author, paper, hash, note, made_at)
            values (:offer, :version, :author, :paper, :hash, :note, :at)
            """)
        .param("offer", offer.value())
        .param("version", version.version())
        .param("author", version.author().name())
        .param("paper", version.paper().json())
        .param("hash", version.paper().hash())
        .param("note", version.note())
        .param("at", at(version.madeAt()))
        .update();
  }

  void sign(OfferId offer, Signature signature) {
    jdbc.sql(
            """
            insert into contracts.signature (offer, version, side, person, name, hash, signed_at)
            values (:offer, :version, :side, :person, :name, :hash, :at)
            """)
        .param("offer", offer.value())
        .param("version", signature.version())
        .param("side", signature.side().name())
        .param("person", signature.person().value())
        .param("name", signature.name())
        .param("hash", signature.hash())
        .param("at", at(signature.signedAt()))
        .update();
  }

  /** Writes the next stage over the one that was locked. */
  void move(Offer.Open from, Offer to, Instant now) {
    int rows =
        jdbc.sql(
                """
                update contracts.offer
                set state = :state, version = :version, author = :author, expires_at = :expires,
                  moved_at = :now
                where id = :id and version = :seen and state in ('OFFERED', 'COUNTERED')
                """)
            .param("state", to.state())
            .param("version", to.facts().version())
            .param("author", to.facts().author().name())
            .param("expires", at(to.facts().expiresAt()))
            .param("now", at(now))
            .param("id", from.facts().id().value())
            .param("seen", from.facts().version())
            .update();
    if (rows != 1) {
      throw new IllegalStateException("an offer moved under its lock: " + from.facts().id());
    }
  }

  /**
   * An offer that waits for an answer, or was signed.
   *
   * @param contract that it became, or null
   */
  record Made(BidId bid, OfferId offer, @Nullable ContractId contract) {}

  /** The newest of each of these bids. */
  List<Made> made(Collection<BidId> bids) {
    return jdbc.sql(
            """
            select distinct on (o.bid) o.bid, o.id, c.id as contract
            from contracts.offer o left join contracts.contract c on c.offer = o.id
            where o.bid = any (:bids) and o.kind = 'HIRE'
              and (o.state in ('OFFERED', 'COUNTERED') or c.id is not null)
            order by o.bid, o.made_at desc
            """)
        .param("bids", bids.stream().map(BidId::value).toArray(UUID[]::new))
        .query((r, n) -> {
          var contract = idOrNull(r, "contract");
          return new Made(
              new BidId(id(r, "bid")),
              new OfferId(id(r, "id")),
              contract == null ? null : new ContractId(contract));
        })
        .list();
  }

  Optional<Offer> find(OfferId id) {
    return jdbc.sql("select * from contracts.offer where id = :id and kind = 'HIRE'")
        .param("id", id.value())
        .query((r, n) -> offer(r))
        .optional();
  }

  /** The same, held against whoever else would answer it in this moment. */
  Optional<Offer> lock(OfferId id) {
    return locked(id, "HIRE");
  }

  Optional<Offer> lockTrial(OfferId id) {
    return locked(id, "TRIAL");
  }

  private Optional<Offer> locked(OfferId id, String kind) {
    return jdbc.sql("select * from contracts.offer where id = :id and kind = :kind for update")
        .param("id", id.value())
        .param("kind", kind)
        .query((r, n) -> offer(r))
        .optional();
  }

  StatusCheck check(OfferId id) {
    var signs = EnumSet.noneOf(StatusCheck.Sign.class);
    jdbc.sql("select status_signs from contracts.offer where id = :id")
        .param("id", id.value())
        .query((r, n) -> texts(r, "status_signs"))
        .single()
        .forEach(name -> signs.add(StatusCheck.Sign.valueOf(name)));
    return new StatusCheck(signs);
  }

  /** Every version, the oldest first. */
  List<Version> versions(OfferId id) {
    return jdbc.sql("select * from contracts.version where offer = :id order by version")
        .param("id", id.value())
        .query((r, n) ->
            new Version(
                integer(r, "version"),
                label(r, "author", Side.class),
                new Paper(text(r, "paper")),
                textOrNull(r, "note"),
                instant(r, "made_at")))
        .list();
  }

  List<Signature> signatures(OfferId id) {
    return jdbc.sql("select * from contracts.signature where offer = :id order by signed_at")
        .param("id", id.value())
        .query((r, n) ->
            new Signature(
                integer(r, "version"),
                label(r, "side", Side.class),
                new PersonId(id(r, "person")),
                text(r, "name"),
                text(r, "hash"),
                instant(r, "signed_at")))
        .list();
  }

  /** An open offer with what a list shows of it. */
  record Listed(Offer.Open offer, Paper paper) {}

  /** What is open for that person, on either side, the next to lapse first; at most 50. */
  List<Listed> open(PersonId person, List<OrganisationId> organisations, Instant now) {
    return jdbc.sql(
            """
            select o.*, v.paper from contracts.offer o
            join contracts.version v on v.offer = o.id and v.version = o.version
            where (o.assistant = :person or o.organisation = any(:organisations))
              and o.state in ('OFFERED', 'COUNTERED') and o.expires_at > :now and o.kind = 'HIRE'
            order by o.expires_at, o.id limit 50
            """)
        .param("person", person.value())
        .param(
            "organisations", organisations.stream().map(OrganisationId::value).toArray(UUID[]::new))
        .param("now", at(now))
        .query((r, n) -> new Listed((Offer.Open) offer(r), new Paper(text(r, "paper"))))
        .list();
  }

  private static Offer offer(ResultSet r) throws SQLException {
    var facts =
        new Facts(
            new OfferId(id(r, "id")),
            new JobId(id(r, "job")),
            new BidId(id(r, "bid")),
            new OrganisationId(id(r, "organisation")),
            new PersonId(id(r, "made_by")),
            new PersonId(id(r, "assistant")),
            integer(r, "version"),
            label(r, "author", Side.class),
            instant(r, "expires_at"));
    return switch (text(r, "state")) {
      case "OFFERED", "COUNTERED" -> new Offer.Open(facts);
      case "ACCEPTED" -> new Offer.Accepted(facts);
      case "DECLINED" -> new Offer.Declined(facts);
      case "WITHDRAWN" -> new Offer.Withdrawn(facts);
      case "EXPIRED" -> new Offer.Expired(facts);
      default -> throw new IllegalStateException("state " + text(r, "state"));
    };
  }
}
