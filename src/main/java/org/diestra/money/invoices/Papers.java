package org.diestra.money.invoices;

import static org.diestra.platform.data.Row.idOrNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.BlobId;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.blobs.Purpose;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.data.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The papers of an invoice: made when somebody first needs them, and the same bytes ever after.
 * What the validator refuses is given to nobody, and waits for the operator with what was found.
 */
@Component
public class Papers {
  private static final int LONGEST = 2_000;
  private final Bills bills;
  private final Validator validator;
  private final InvoicePrinter printer;
  private final Blobs blobs;
  private final JdbcClient jdbc;
  private final HouseRights house;
  private final Clock clock;

  Papers(
      Bills bills,
      Validator validator,
      InvoicePrinter printer,
      Blobs blobs,
      JdbcClient jdbc,
      HouseRights house,
      Clock clock) {
    this.bills = bills;
    this.validator = validator;
    this.printer = printer;
    this.blobs = blobs;
    this.jdbc = jdbc;
    this.house = house;
    this.clock = clock;
  }

  /** Both, or none where a finding stands against them. */
  record Kept(@Nullable UUID pdf, @Nullable UUID xml, @Nullable String finding) {}

  /**
   * The PDF/A-3; empty where a finding stands against it. Making it takes a second, so never within
   * a transaction.
   */
  public Optional<Blob> pdf(Invoice invoice) throws IOException {
    var kept = of(invoice);
    return Optional.ofNullable(kept.pdf()).map(id -> blob(id));
  }

  /** UBL; empty where a finding stands against it. */
  Optional<Blob> xml(Invoice invoice) throws IOException {
    var kept = of(invoice);
    return Optional.ofNullable(kept.xml()).map(id -> blob(id));
  }

  private Blob blob(UUID id) {
    return blobs.get(new BlobId(id));
  }

  /** Of two who ask at once, one's papers are kept and both get those. */
  Kept of(Invoice invoice) throws IOException {
    var kept = find(invoice.id());
    return kept.isPresent() ? kept.get() : keep(invoice, made(invoice));
  }

  /** Tries once more what was refused. */
  Kept again(Invoice invoice) throws IOException {
    house.call(() ->
        jdbc.sql("delete from invoices.paper where invoice = :id and finding is not null")
            .param("id", invoice.id())
            .update());
    return of(invoice);
  }

  private Kept made(Invoice invoice) throws IOException {
    var bill = bills.of(invoice);
    var crossIndustry = CrossIndustry.write(bill);
    var universal = Universal.write(bill);
    var findings = new java.util.ArrayList<>(validator.crossIndustry(crossIndustry));
    findings.addAll(validator.universal(universal));
    if (!findings.isEmpty()) {
      var all = String.join("\n", findings);
      return new Kept(null, null, all.substring(0, Math.min(all.length(), LONGEST)));
    }
    var pdf = printer.print(bill, crossIndustry, clock.instant());
    var owner = invoice.seller().owner();
    return new Kept(
        stored(pdf, invoice.number() + ".pdf", owner),
        stored(universal, invoice.number() + ".xml", owner),
        null);
  }

  private UUID stored(byte[] bytes, String name, UUID owner) throws IOException {
    return blobs
        .store(new ByteArrayInputStream(bytes), Purpose.ATTACHMENT, name, owner)
        .orFail()
        .id()
        .value();
  }

  private Kept keep(Invoice invoice, Kept papers) {
    house.call(() -> {
      int added =
          jdbc.sql(
                  """
                  insert into invoices.paper (invoice, pdf, xml, finding, made_at)
                  values (:id, cast(:pdf as uuid), cast(:xml as uuid), :finding, :now)
                  on conflict (invoice) do nothing
                  """)
              .param("id", invoice.id())
              .param("pdf", papers.pdf())
              .param("xml", papers.xml())
              .param("finding", papers.finding())
              .param("now", Row.at(clock.instant()))
              .update();
      if (added == 1 && papers.pdf() != null && papers.xml() != null) {
        blobs.hold(new BlobId(papers.pdf()), "invoices", invoice.id());
        blobs.hold(new BlobId(papers.xml()), "invoices", invoice.id());
      }
      return added;
    });
    return find(invoice.id()).orElse(papers);
  }

  private Optional<Kept> find(UUID invoice) {
    return house.call(() ->
        jdbc.sql("select pdf, xml, finding from invoices.paper where invoice = :id")
            .param("id", invoice)
            .query(
                (r, n) -> new Kept(idOrNull(r, "pdf"), idOrNull(r, "xml"), r.getString("finding")))
            .optional());
  }

  /** Invoices whose papers were refused, the oldest first. */
  record Refused(String number, String finding, Instant at) {}

  @Transactional(readOnly = true)
  public List<Refused> refused(int most) {
    return house.call(() ->
        jdbc.sql(
                """
                select i.number, p.finding, p.made_at
                from invoices.paper p join invoices.invoice i on i.id = p.invoice
                where p.finding is not null order by p.made_at limit :most
                """)
            .param("most", most)
            .query((r, n) ->
                new Refused(
                    Row.text(r, "number"), Row.text(r, "finding"), Row.instant(r, "made_at")))
            .list());
  }
}
