package org.diestra.office.tables;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diestra.office.tables.Asked.Mark;
import org.diestra.office.tables.Cells.Difference;
import org.diestra.office.tables.Turn.Deed;
import org.diestra.office.workspaces.Pass;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rows of tables: adding, changing, taking out, and taking each of that back. */
@Service
public class Rows {
  private static final int HISTORY = 50;
  private final TableStore tables;
  private final RowStore store;
  private final ListStore lists;
  private final TurnStore turns;
  private final Clock clock;

  Rows(TableStore tables, RowStore store, ListStore lists, TurnStore turns, Clock clock) {
    this.tables = tables;
    this.store = store;
    this.lists = lists;
    this.turns = turns;
    this.clock = clock;
  }

  /**
   * Some rows, in their order.
   *
   * @param after where to begin, or null
   */
  @Transactional(readOnly = true)
  List<TableRow> page(Table table, Asked asked, @Nullable Mark after, int most) {
    return lists.page(table, asked, after, most);
  }

  /** How many rows have its words; more than {@link ListStore#MOST_FOUND}: no list tells all. */
  @Transactional(readOnly = true)
  int withWords(Table table, Asked asked) {
    return asked.words().isEmpty() ? 0 : lists.withWords(table, asked);
  }

  @Transactional(readOnly = true)
  int count(Table table, Asked asked, int most) {
    return lists.count(table, asked, most);
  }

  /** What the rows are called to which those lead. */
  @Transactional(readOnly = true)
  Map<UUID, String> names(Table table, List<Map<Integer, String>> rows) {
    return store.names(table.workspace().value(), Cells.links(table, rows));
  }

  /**
   * @throws NotFound if the table has no such row
   */
  @Transactional(readOnly = true)
  TableRow get(Table table, RowId id) {
    return store.find(table.id(), id).orElseThrow(NotFound::new);
  }

  @Transactional(readOnly = true)
  List<Turn> history(Table table, RowId id) {
    return turns.of(get(table, id).id(), HISTORY);
  }

  /**
   * Adds rows in that order, in a few statements however many they are.
   *
   * @param rows values that were read by {@link Reading}, at most a few thousand
   * @param by null for somebody without an account
   * @param brought the import by which they come, or null: then the history tells of each
   * @return their ids, in order
   */
  @Transactional
  public Outcome<List<RowId>> add(
      Table table, List<Map<Integer, String>> rows, @Nullable PersonId by, @Nullable UUID brought) {
    if (!tables.count(table.id(), rows.size())) {
      return refused(Refusal.limit("tables.row.most", Table.MOST_ROWS));
    }
    var held = now(table);
    var names = names(held, rows);
    var ids = rows.stream().map(r -> Ids.fresh()).toList();
    var now = clock.instant();
    var cells = rows.stream().map(values -> Cells.of(held, values, names)).toList();
    store.add(table, ids, cells, by, brought, now);
    var fresh = ids.stream().map(RowId::new).toList();
    if (brought == null) {
      turns.add(
          table,
          fresh,
          cells.stream().map(c -> turn(Deed.ADDED, Map.of(), c.values(), by)).toList());
    }
    return done(fresh);
  }

  /** With its fields as they are: a row's keys must be theirs. */
  private Table now(Table table) {
    return tables.find(table.workspace(), table.id()).orElseThrow(NotFound::new);
  }

  /**
   * Writes a row's values anew; what is not among them stays.
   *
   * @param seen the version that they were made from
   */
  @Transactional
  Outcome<TableRow> change(
      Pass pass, Table table, RowId id, Map<Integer, String> values, int seen) {
    pass.requireWorks(Area.DATA_ENTRY);
    var row = get(table, id);
    if (row.version() != seen || row.removed()) {
      return refused(Refusal.conflict("tables.row.changed-meanwhile"));
    }
    return write(pass, table, row, values, Deed.CHANGED);
  }

  private Outcome<TableRow> write(
      Pass pass, Table table, TableRow row, Map<Integer, String> values, Deed deed) {
    var merged = new HashMap<>(row.cells());
    merged.putAll(values);
    var difference = Cells.between(row.cells(), merged);
    if (difference.none()) {
      return done(row);
    }
    tables.hold(table.id());
    var held = now(table);
    var cells = Cells.of(held, merged, names(held, List.of(merged)));
    var by = pass.viewer().id();
    if (!store.change(table.id(), row.id(), row.version(), cells, by, clock.instant())) {
      return refused(Refusal.conflict("tables.row.changed-meanwhile"));
    }
    turns.add(table, row.id(), turn(deed, difference.before(), difference.after(), by));
    return done(get(table, row.id()));
  }

  /** Takes a row out, so that it can come back. */
  @Transactional
  void remove(Pass pass, Table table, RowId id) {
    pass.requireWorks(Area.DATA_ENTRY);
    var row = get(table, id);
    var by = pass.viewer().id();
    // first the table, then its row, as whoever changes one does
    tables.lock(table.id());
    if (!store.remove(row.id(), by, clock.instant()) || !tables.count(table.id(), -1)) {
      throw new NotFound();
    }
    turns.add(table, id, turn(Deed.REMOVED, Map.of(), Map.of(), by));
  }

  @Transactional
  Outcome<TableRow> bringBack(Pass pass, Table table, RowId id) {
    pass.requireWorks(Area.DATA_ENTRY);
    var row = get(table, id);
    if (!tables.count(table.id(), 1)) { // first, and for itself: two at once wait for each other
      return refused(Refusal.limit("tables.row.most", Table.MOST_ROWS));
    }
    var held = now(table);
    var cells = Cells.of(held, row.cells(), names(held, List.of(row.cells())));
    var by = pass.viewer().id();
    if (!store.bringBack(table.id(), id, row.version(), cells, by, clock.instant())) {
      tables.count(table.id(), -1);
      return refused(Refusal.conflict("tables.row.there"));
    }
    turns.add(table, id, turn(Deed.RETURNED, Map.of(), Map.of(), by));
    return done(get(table, id));
  }

  /** Puts back what one change had changed, as long as nobody has changed that since. */
  @Transactional
  Outcome<TableRow> rewind(Pass pass, Table table, RowId id, UUID turn) {
    pass.requireWorks(Area.DATA_ENTRY);
    var row = get(table, id);
    var past = turns.find(id, turn).filter(Turn::rewindable).orElseThrow(NotFound::new);
    boolean still =
        past.after().entrySet().stream().allMatch(e -> row.cell(e.getKey()).equals(e.getValue()));
    return still && !row.removed()
        ? write(pass, table, row, past.before(), Deed.REWOUND)
        : refused(Refusal.conflict("tables.row.rewind.late"));
  }

  /**
   * Takes back some rows that came by an import, for good, unless they were changed since.
   *
   * @return how many; 0 when there are no more
   */
  @Transactional
  public int takeBack(TableId table, UUID brought, int most) {
    tables.lock(table); // before its rows, as whoever changes one does
    var gone = store.takeBack(table, brought, most);
    if (gone.there() > 0 && !tables.shrink(table, gone.there())) {
      throw new NotFound();
    }
    return gone.all();
  }

  private Turn turn(
      Deed deed, Map<Integer, String> before, Map<Integer, String> after, @Nullable PersonId by) {
    return new Turn(Ids.fresh(), deed, before, after, by, clock.instant());
  }

  /** What the others have changed since somebody began to write. */
  static Difference meanwhile(TableRow now, Map<Integer, String> typed) {
    var mine = new HashMap<>(now.cells());
    mine.putAll(typed);
    return Cells.between(mine, now.cells());
  }

  /** The newest change of a row, to be offered for undoing. */
  @Transactional(readOnly = true)
  UUID last(Table table, RowId id) {
    return new ArrayList<>(turns.of(get(table, id).id(), 1)).getFirst().id();
  }
}
