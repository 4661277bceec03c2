package org.diestra.office.sales;

import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.text;

import java.util.Optional;
import org.diestra.office.books.AccountId;
import org.diestra.office.workspaces.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who issues. */
@Repository
class IssuerStore {
  private final JdbcClient jdbc;

  IssuerStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Issuer> find(WorkspaceId workspace) {
    return jdbc.sql("select * from sales.issuer where workspace = :workspace")
        .param("workspace", workspace.value())
        .query((r, n) -> {
          var withheld = idOrNull(r, "withheld");
          return new Issuer(
              new Head(
                  text(r, "name"),
                  text(r, "country"),
                  text(r, "tax_id"),
                  text(r, "address"),
                  text(r, "iban"),
                  text(r, "note")),
              text(r, "series"),
              withheld == null ? null : new AccountId(withheld),
              integer(r, "version"));
        })
        .optional();
  }

  /** False where it has moved on since that version; 0 for the first. */
  boolean save(WorkspaceId workspace, Issuer issuer) {
    var head = issuer.head();
    return jdbc.sql(
                """
                insert into sales.issuer as i (workspace, name, country, tax_id, address, iban, note,
                  series, withheld, version)
                values (:workspace, :name, :country, :tax, :address, :iban, :note, :series,
                  cast(:withheld as uuid), 1)
                on conflict (workspace) do update set name = :name, country = :country, tax_id = :tax,
                  address = :address, iban = :iban, note = :note, series = :series,
                  withheld = cast(:withheld as uuid), version = i.version + 1
                where i.version = :version
                """)
            .param("workspace", workspace.value())
            .param("name", head.name())
            .param("country", head.country())
            .param("tax", head.taxId())
            .param("address", head.address())
            .param("iban", head.iban())
            .param("note", head.note())
            .param("series", issuer.series())
            .param("withheld", issuer.withheld() == null ? null : issuer.withheld().value())
            .param("version", issuer.version())
            .update()
        == 1;
  }
}
