package org.diestra.work.contracts;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.blobs.BlobId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ContractStore {
  private final JdbcClient jdbc;

  ContractStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds the contract that an accepted version became, under the next number of its year. */
  void add(ContractId id, Offer.Accepted offer, Paper paper, Instant now) {
    jdbc.sql(
            """
            insert into contracts.contract (id, number, offer, version, organisation, assistant,
              title, state, hash, signed_at, trial)
            values (:id, :year || '-' || lpad(nextval('contracts.number')::text, 5, '0'), :offer,
              :version, :organisation, :assistant, :title, 'AWAITING_FUNDS', :hash, :now, :trial)
            """)
        .param("id", id.value())
        .param("year", String.valueOf(now.atOffset(ZoneOffset.UTC).getYear()))
        .param("offer", offer.facts().id().value())
        .param("version", offer.facts().version())
        .param("organisation", offer.facts().organisation().value())
        .param("assistant", offer.facts().assistant().value())
        .param("title", paper.title())
        .param("hash", paper.hash())
        .param("trial", paper.trial() != null)
        .param("now", at(now))
        .update();
  }

  Optional<Contract> find(ContractId id) {
    return one("id = :value", id.value());
  }

  List<Contract> all(Collection<ContractId> ids) {
    return jdbc.sql("select * from contracts.contract where id = any (:ids)")
        .param("ids", ids.stream().map(ContractId::value).toArray(UUID[]::new))
        .query((r, n) -> contract(r))
        .list();
  }

  Optional<Contract> ofOffer(OfferId offer) {
    return one("offer = :value", offer.value());
  }

  Optional<Contract> byHash(String hash) {
    return one("hash = :value", hash);
  }

  Optional<Contract> byPdf(String hash) {
    return one("pdf_hash = :value", hash);
  }

  private Optional<Contract> one(String condition, Object value) {
    return jdbc.sql("select * from contracts.contract where " + condition)
        .param("value", value)
        .query((r, n) -> contract(r))
        .optional();
  }

  /** The contracts of a person and of the organisations the person acts for, the newest first. */
  List<Contract> of(
      PersonId person, List<OrganisationId> organisations, Instant before, int limit) {
    return jdbc.sql(
            """
            select * from contracts.contract
            where (assistant = :person or organisation = any(:organisations))
              and signed_at < :before
            order by signed_at desc, id desc limit :limit
            """)
        .param("person", person.value())
        .param(
            "organisations", organisations.stream().map(OrganisationId::value).toArray(UUID[]::new))
        .param("before", at(before))
        .param("limit", limit)
        .query((r, n) -> contract(r))
        .list();
  }

  /** The one that was signed last. */
  Optional<Contract> newest(OrganisationId client) {
    return jdbc.sql(
            """
            select * from contracts.contract where organisation = :client
            order by signed_at desc, id desc limit 1
            """)
        .param("client", client.value())
        .query((r, n) -> contract(r))
        .optional();
  }

  /** Keeps the printed paper; the first one stays, so that every copy is the same. */
  boolean keepPdf(ContractId id, BlobId pdf, String hash) {
    return jdbc.sql(
                """
                update contracts.contract set pdf = :pdf, pdf_hash = :hash
                where id = :id and pdf is null
                """)
            .param("pdf", pdf.value())
            .param("hash", hash)
            .param("id", id.value())
            .update()
        == 1;
  }

  private static Contract contract(ResultSet r) throws SQLException {
    return new Contract(
        new ContractId(id(r, "id")),
        text(r, "number"),
        new OfferId(id(r, "offer")),
        integer(r, "version"),
        new OrganisationId(id(r, "organisation")),
        new PersonId(id(r, "assistant")),
        text(r, "title"),
        text(r, "hash"),
        instant(r, "signed_at"),
        pdf(idOrNull(r, "pdf")),
        bool(r, "trial"));
  }

  private static @Nullable BlobId pdf(@Nullable UUID id) {
    return id == null ? null : new BlobId(id);
  }
}
