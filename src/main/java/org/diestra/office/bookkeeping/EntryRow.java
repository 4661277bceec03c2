package org.diestra.office.bookkeeping;

import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.date;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.ids;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diestra.office.bookkeeping.Entry.Draft;
import org.diestra.office.bookkeeping.Entry.Facts;
import org.diestra.office.bookkeeping.Entry.Posted;
import org.diestra.office.bookkeeping.Entry.Proposed;
import org.diestra.office.bookkeeping.Entry.Returned;
import org.diestra.office.bookkeeping.Entry.State;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;

/** An entry as its row says it, in the state that it is in. */
final class EntryRow {
  private EntryRow() {}

  static Entry read(ResultSet r, Map<UUID, List<Line>> lines) throws SQLException {
    var reverses = idOrNull(r, "reverses");
    var written =
        new Written(
            date(r, "day"),
            text(r, "text"),
            Currency.getInstance(text(r, "currency")),
            lines.getOrDefault(id(r, "id"), List.of()));
    var facts =
        new Facts(
            new EntryId(id(r, "id")),
            new WorkspaceId(id(r, "workspace")),
            id(r, "key"),
            written,
            integer(r, "version"),
            instant(r, "since"),
            new PersonId(id(r, "written_by")),
            reverses == null ? null : new EntryId(reverses));
    return switch (label(r, "state", State.class)) {
      case DRAFT -> new Draft(facts);
      case PROPOSED ->
          new Proposed(
              facts,
              new PersonId(id(r, "proposed_by")),
              ids(r, "replaced_by").stream().map(PersonId::new).collect(Collectors.toSet()));
      case RETURNED -> new Returned(facts, text(r, "reason"));
      case POSTED -> posted(r, facts);
    };
  }

  private static Posted posted(ResultSet r, Facts facts) throws SQLException {
    var reversed = idOrNull(r, "reversed_by");
    return new Posted(
        facts,
        new PersonId(id(r, "proposed_by")),
        new PersonId(id(r, "posted_by")),
        integer(r, "year"),
        integer(r, "number"),
        bool(r, "alone"),
        reversed == null ? null : new EntryId(reversed));
  }
}
