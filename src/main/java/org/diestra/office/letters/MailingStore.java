package org.diestra.office.letters;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.atOrNull;
import static org.diestra.platform.data.Row.date;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.instantOrNull;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.diestra.office.contacts.CardId;
import org.diestra.office.letters.Mailing.Piece;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MailingStore {
  private static final String WITH_COUNTS =
      """
      select m.*, p.pieces, p.sent from letters.mailing m
      cross join lateral (select count(*) as pieces, count(p.sent_at) as sent
        from letters.piece p where p.mailing = m.id) p
      """;
  private final JdbcClient jdbc;

  MailingStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The latest first, behind that one. */
  List<Mailing> list(
      WorkspaceId workspace, @Nullable Instant before, @Nullable MailingId id, int most) {
    return jdbc.sql(
            WITH_COUNTS
                + """
                where m.workspace = :workspace and (cast(:before as timestamptz) is null
                  or (m.made_at, m.id) < (cast(:before as timestamptz), cast(:id as uuid)))
                order by m.made_at desc, m.id desc limit :most
                """)
        .param("workspace", workspace.value())
        .param("before", atOrNull(before), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("id", id == null ? null : id.value(), Types.OTHER)
        .param("most", most)
        .query((r, n) -> mailing(r))
        .list();
  }

  Optional<Mailing> find(WorkspaceId workspace, MailingId id) {
    return jdbc.sql(WITH_COUNTS + " where m.workspace = :workspace and m.id = :id")
        .param("workspace", workspace.value())
        .param("id", id.value())
        .query((r, n) -> mailing(r))
        .optional();
  }

  /** Which was kept from that form. */
  Optional<MailingId> of(UUID key) {
    return jdbc.sql("select id from letters.mailing where key = :key")
        .param("key", key)
        .query((r, n) -> new MailingId(id(r, "id")))
        .optional();
  }

  private static Mailing mailing(ResultSet r) throws SQLException {
    return new Mailing(
        new MailingId(id(r, "id")),
        Kind.valueOf(text(r, "kind")),
        Locale.of(text(r, "language")),
        text(r, "name"),
        date(r, "day"),
        integer(r, "pieces"),
        integer(r, "sent"),
        new PersonId(id(r, "made_by")),
        instant(r, "made_at"));
  }

  List<Piece> pieces(MailingId id) {
    return jdbc.sql("select * from letters.piece where mailing = :id order by number")
        .param("id", id.value())
        .query((r, n) -> {
          var card = idOrNull(r, "card");
          return new Piece(
              integer(r, "number"),
              card == null ? null : new CardId(card),
              text(r, "name"),
              text(r, "address"),
              text(r, "mail"),
              text(r, "subject"),
              text(r, "body"),
              instantOrNull(r, "sent_at"));
        })
        .list();
  }

  /** False where one was kept from that form already. */
  boolean add(WorkspaceId workspace, Template from, Mailing it, UUID key, List<Piece> pieces) {
    int added =
        jdbc.sql(
                """
                insert into letters.mailing (id, workspace, template, kind, language, name, day, key,
                  made_by, made_at)
                values (:id, :workspace, :template, :kind, :language, :name, :day, :key, :by, :now)
                on conflict (key) do nothing
                """)
            .param("id", it.id().value())
            .param("workspace", workspace.value())
            .param("template", from.id().value())
            .param("kind", it.kind().name())
            .param("language", it.language().getLanguage())
            .param("name", it.name())
            .param("day", it.day())
            .param("key", key)
            .param("by", it.madeBy().value())
            .param("now", at(it.madeAt()))
            .update();
    if (added == 1) {
      jdbc.sql(
              """
              insert into letters.piece (mailing, number, card, name, address, mail, subject, body)
              select :id, f.number, cast(nullif(f.card, '') as uuid), f.name, f.address, f.mail,
                f.subject, f.body
              from unnest(cast(:numbers as int[]), cast(:cards as text[]), cast(:names as text[]),
                cast(:addresses as text[]), cast(:mails as text[]), cast(:subjects as text[]),
                cast(:bodies as text[])) as f(number, card, name, address, mail, subject, body)
              """)
          .param("id", it.id().value())
          .param("numbers", pieces.stream().map(Piece::number).toArray(Integer[]::new))
          .param("cards", texts(pieces, p -> p.card() == null ? "" : uuid(p.card())))
          .param("names", texts(pieces, Piece::name))
          .param("addresses", texts(pieces, Piece::address))
          .param("mails", texts(pieces, Piece::mail))
          .param("subjects", texts(pieces, Piece::subject))
          .param("bodies", texts(pieces, Piece::body))
          .update();
    }
    return added == 1;
  }

  private static String uuid(@Nullable CardId card) {
    return Objects.requireNonNull(card).value().toString();
  }

  private static String[] texts(List<Piece> pieces, Function<Piece, String> column) {
    return pieces.stream().map(column).toArray(String[]::new);
  }

  /** Says that one went out, or did not; whether it is there. */
  boolean tick(MailingId id, int number, @Nullable Instant at, PersonId by) {
    return jdbc.sql(
                """
                update letters.piece set sent_at = cast(:at as timestamptz),
                  sent_by = case when cast(:at as timestamptz) is null then null
                    else cast(:by as uuid) end
                where mailing = :id and number = :number
                """)
            .param("at", atOrNull(at), Types.TIMESTAMP_WITH_TIMEZONE)
            .param("by", by.value())
            .param("id", id.value())
            .param("number", number)
            .update()
        == 1;
  }
}
