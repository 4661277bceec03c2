package org.diestra.office.dues;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bigint;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.office.books.AccountId;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Folded;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Suppliers and customers. */
@Repository
class PartyStore {
  private final JdbcClient jdbc;

  PartyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One in a list, with what is open with it, in minor units. */
  record Listed(Party party, long open) {}

  /** False where another of that side has its tax number. */
  boolean add(Party party, PersonId by, Instant now) {
    return bound(
                jdbc.sql(
                    """
                    insert into dues.party (id, workspace, side, name, folded, country, tax_id, address,
                      mail, language, iban, days, ledger, usual, treatment, withholding, version, made_by,
                      made_at)
                    values (:id, :workspace, :side, :name, :folded, :country, :tax, :address, :mail,
                      :language, :iban, :days, cast(:ledger as uuid), cast(:usual as uuid), :treatment,
                      :withholding, 1, :by, :now)
                    on conflict (workspace, side, tax_id) where tax_id <> '' do nothing
                    """),
                party)
            .param("side", party.side().name())
            .param("by", by.value())
            .param("now", at(now))
            .update()
        == 1;
  }

  /** Whether it went through, came too late, or another has its tax number. */
  enum Changed {
    DONE,
    MOVED,
    TAKEN
  }

  Changed change(Party after) {
    try {
      int rows =
          bound(
                  jdbc.sql(
                      """
                      update dues.party set name = :name, folded = :folded, country = :country,
                        tax_id = :tax, address = :address, mail = :mail, language = :language,
                        iban = :iban, days = :days, ledger = cast(:ledger as uuid),
                        usual = cast(:usual as uuid), treatment = :treatment,
                        withholding = :withholding, version = version + 1
                      where id = :id and workspace = :workspace and version = :version
                        and not exists (select from dues.party o where o.workspace = :workspace
                          and o.side = dues.party.side and o.tax_id = :tax and :tax <> ''
                          and o.id <> :id)
                      """),
                  after)
              .param("version", after.version())
              .update();
      return rows == 1
          ? Changed.DONE
          : find(after.workspace(), after.id())
                  .filter(now -> now.version() == after.version())
                  .isPresent()
              ? Changed.TAKEN
              : Changed.MOVED;
    } catch (DuplicateKeyException atTheSameMoment) {
      return Changed.TAKEN;
    }
  }

  private static JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement, Party party) {
    return statement
        .param("id", party.id().value())
        .param("workspace", party.workspace().value())
        .param("name", party.name())
        .param("folded", Folded.of(party.name()))
        .param("country", party.country())
        .param("tax", party.taxId())
        .param("address", party.address())
        .param("mail", party.mail())
        .param("language", party.language())
        .param("iban", party.iban())
        .param("days", party.days())
        .param("ledger", value(party.ledger()))
        .param("usual", value(party.usual()))
        .param("treatment", party.treatment().name())
        .param("withholding", party.withholding());
  }

  private static @Nullable UUID value(@Nullable AccountId account) {
    return account == null ? null : account.value();
  }

  Optional<Party> find(WorkspaceId workspace, PartyId id) {
    return jdbc.sql("select * from dues.party where workspace = :workspace and id = :id")
        .param("workspace", workspace.value())
        .param("id", id.value())
        .query((r, n) -> party(r))
        .optional();
  }

  /** The same, and no other paper of it is entered until this transaction ends. */
  Optional<Party> hold(WorkspaceId workspace, PartyId id) {
    return jdbc.sql(
            "select * from dues.party where workspace = :workspace and id = :id for no key update")
        .param("workspace", workspace.value())
        .param("id", id.value())
        .query((r, n) -> party(r))
        .optional();
  }

  /** Those with that very name or tax number, at most two. */
  List<Party> named(WorkspaceId workspace, Side side, String typed) {
    return jdbc.sql(
            """
            select * from dues.party where workspace = :workspace and side = :side
              and (folded = :folded or tax_id <> '' and tax_id = :tax) limit 2
            """)
        .param("workspace", workspace.value())
        .param("side", side.name())
        .param("folded", Folded.of(typed))
        .param("tax", typed.toUpperCase(java.util.Locale.ROOT).replaceAll("[\\s.\\-/]", ""))
        .query((r, n) -> party(r))
        .list();
  }

  /** By name. */
  List<Party> some(WorkspaceId workspace, Side side, int most) {
    return jdbc.sql(
            """
            select * from dues.party where workspace = :workspace and side = :side
            order by folded, id limit :most
            """)
        .param("workspace", workspace.value())
        .param("side", side.name())
        .param("most", most)
        .query((r, n) -> party(r))
        .list();
  }

  /**
   * By name, with what is open with each.
   *
   * @param words that the name holds, folded; empty for all
   * @param after the last of the page before, or null
   */
  List<Listed> list(
      WorkspaceId workspace, Side side, String words, @Nullable Party after, int most) {
    return jdbc.sql(
            """
            with p as (
              select * from dues.party where workspace = :workspace and side = :side
                and (:words = '' or strpos(folded, :words) > 0 or tax_id = upper(:words))
                and (cast(:after as uuid) is null
                  or (folded, id) > (:folded, cast(:after as uuid)))
              order by folded, id limit :most)
            select p.*, coalesce((select sum(d.amount - d.settled) from dues.due d
              join bookkeeping.entry e on e.id = d.entry and e.state = 'POSTED'
              where d.party = p.id and d.settled <> d.amount and not d.undone), 0) as open
            from p order by p.folded, p.id
            """)
        .param("workspace", workspace.value())
        .param("side", side.name())
        .param("words", words)
        .param("after", after == null ? null : after.id().value())
        .param("folded", after == null ? "" : Folded.of(after.name()))
        .param("most", most)
        .query((r, n) -> new Listed(party(r), bigint(r, "open")))
        .list();
  }

  private static Party party(ResultSet r) throws SQLException {
    var ledger = idOrNull(r, "ledger");
    var usual = idOrNull(r, "usual");
    return new Party(
        new PartyId(id(r, "id")),
        new WorkspaceId(id(r, "workspace")),
        label(r, "side", Side.class),
        text(r, "name"),
        text(r, "country"),
        text(r, "tax_id"),
        text(r, "address"),
        text(r, "mail"),
        text(r, "language"),
        text(r, "iban"),
        integer(r, "days"),
        ledger == null ? null : new AccountId(ledger),
        usual == null ? null : new AccountId(usual),
        label(r, "treatment", Treatment.class),
        integer(r, "withholding"),
        integer(r, "version"));
  }
}
