package org.diestra.office.tables;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.diestra.office.fields.Field;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.timers.Timers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes of a table's fields. */
@Service
class FieldEdits {
  static final String FILL = "tables:keys";
  static final String TITLES = "tables:titles";

  private static final int AT_ONCE = 5_000;
  private final TableStore store;
  private final FieldStore fields;
  private final RowStore rows;
  private final TitleStore titles;
  private final Timers timers;
  private final Audit audit;
  private final Clock clock;

  FieldEdits(
      TableStore store,
      FieldStore fields,
      RowStore rows,
      TitleStore titles,
      Timers timers,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.fields = fields;
    this.rows = rows;
    this.titles = titles;
    this.timers = timers;
    this.audit = audit;
    this.clock = clock;
  }

  /** Adds a field behind the others. It is sorted by as long as there is a key left for it. */
  @Transactional
  public Outcome<Field> add(Pass pass, Table table, Field field, int seen) {
    if (table.all().size() >= Table.MOST_FIELDS) {
      return refused(Refusal.limit("tables.field.most", Table.MOST_FIELDS));
    }
    if (taken(table, field)) {
      return refused(Refusal.invalid("name", "tables.field.twice", field.name()));
    }
    if (!held(pass, table, seen)) {
      return refused(Refusal.conflict("tables.changed-meanwhile"));
    }
    int number = table.all().stream().mapToInt(Field::number).max().orElse(0) + 1;
    int place = table.all().stream().mapToInt(Field::place).max().orElse(0) + 1;
    var used = fields.slots(table.id());
    var slot =
        IntStream.rangeClosed(1, Cells.SLOTS).filter(s -> !used.contains(s)).boxed().findFirst();
    var added =
        new Field(
            number,
            field.name(),
            field.kind(),
            field.required(),
            field.settings(),
            place,
            slot.orElse(null),
            false);
    boolean large = table.size() > AT_ONCE;
    fields.add(table.id(), List.of(added), large);
    slot.ifPresent(s -> fill(table, number, s, large));
    record(pass, table, "field-add");
    return done(added);
  }

  private void fill(Table table, int number, int slot, boolean large) {
    if (large) {
      timers.at(clock.instant(), FILL, table.id() + " " + number);
      return;
    }
    // few, or a few more that came while others were counted
    var last = rows.fill(table.id(), slot, 0, AT_ONCE);
    while (last != null) {
      last = rows.fill(table.id(), slot, last, AT_ONCE);
    }
  }

  /** Calls it otherwise, or offers other choices; its kind stays. */
  @Transactional
  public Outcome<Field> change(Pass pass, Table table, Field field, int seen) {
    if (taken(table, field)) {
      return refused(Refusal.invalid("name", "tables.field.twice", field.name()));
    }
    if (!held(pass, table, seen)) {
      return refused(Refusal.conflict("tables.changed-meanwhile"));
    }
    fields.change(table.id(), field, field.retired() ? clock.instant() : null);
    callAnew(table);
    record(pass, table, "field-change");
    return done(field);
  }

  private static boolean taken(Table table, Field field) {
    return table.fields().stream()
        .anyMatch(f -> f.number() != field.number() && f.name().equalsIgnoreCase(field.name()));
  }

  /** Moves it before the one that stands before it, or behind the next. */
  @Transactional
  public Outcome<Field> move(Pass pass, Table table, int number, boolean down, int seen) {
    var shown = new ArrayList<>(table.fields());
    int at =
        IntStream.range(0, shown.size())
            .filter(i -> shown.get(i).number() == number)
            .findFirst()
            .orElseThrow(NotFound::new);
    int to = down ? at + 1 : at - 1;
    var moved = shown.get(at);
    if (to >= 0 && to < shown.size()) {
      Collections.swap(shown, at, to);
    }
    var numbers = new ArrayList<>(shown.stream().map(Field::number).toList());
    table.all().stream().filter(Field::retired).forEach(f -> numbers.add(f.number()));
    if (!held(pass, table, seen)) {
      return refused(Refusal.conflict("tables.changed-meanwhile"));
    }
    fields.order(table.id(), numbers);
    callAnew(table);
    record(pass, table, "field-move");
    return done(moved);
  }

  /** Takes it out of use, its values kept, or back in. */
  @Transactional
  public Outcome<Field> retire(Pass pass, Table table, int number, boolean out, int seen) {
    var field =
        table.all().stream().filter(f -> f.number() == number && f.retired() != out).findFirst();
    if (out && table.fields().size() == 1) {
      return refused(Refusal.conflict("tables.field.last"));
    }
    var was = field.orElseThrow(NotFound::new);
    if (!out && taken(table, was)) {
      return refused(Refusal.invalid("name", "tables.field.twice", was.name()));
    }
    if (!held(pass, table, seen)) {
      return refused(Refusal.conflict("tables.changed-meanwhile"));
    }
    fields.change(table.id(), was, out ? clock.instant() : null);
    callAnew(table);
    record(pass, table, out ? "field-retire" : "field-return");
    return done(was);
  }

  /** Rows are called by their first field: by another one, or one with other choices, anew. */
  private void callAnew(Table before) {
    var now = store.find(before.workspace(), before.id()).orElseThrow(NotFound::new);
    var first = now.first();
    boolean same =
        first.number() == before.first().number()
            && first.settings().equals(before.first().settings());
    if (same) {
      return;
    }
    if (now.size() > AT_ONCE) {
      timers.at(clock.instant(), TITLES, now.workspace() + " " + now.id() + " " + now.version());
    } else {
      callAnew(now.workspace(), now.id(), 0);
    }
  }

  /**
   * Calls some rows by what is the table's first field now.
   *
   * @return the place behind which it goes on; empty when all are called so
   */
  @Transactional
  public Optional<Long> callAnew(WorkspaceId workspace, TableId id, long after) {
    var table = store.find(workspace, id);
    if (table.isEmpty()) {
      return Optional.empty();
    }
    int first = table.get().first().number();
    var some = titles.some(id, first, after, AT_ONCE);
    var cells = some.stream().map(row -> Map.of(first, row.value())).toList();
    var names = rows.names(workspace.value(), Cells.links(table.get(), cells));
    titles.write(id, some, cells.stream().map(c -> Cells.title(table.get(), c, names)).toList());
    return some.size() < AT_ONCE ? Optional.empty() : Optional.of(some.getLast().place());
  }

  /** Only once nothing else stands against it: what is refused has changed nothing. */
  private boolean held(Pass pass, Table table, int seen) {
    pass.requireWorks(Area.DATA_ENTRY);
    return store.touch(table, table.name(), table.about(), seen);
  }

  /**
   * Makes some of the keys that a field of a large table still misses.
   *
   * @return the place behind which it goes on; empty when all are made
   */
  @Transactional
  public Optional<Long> fill(TableId table, int number, long after) {
    var slot = fields.filling(table, number);
    if (slot.isEmpty()) {
      return Optional.empty();
    }
    var last = rows.fill(table, slot.get(), after, AT_ONCE);
    if (last == null) {
      fields.filled(table, number);
    }
    return Optional.ofNullable(last);
  }

  private void record(Pass pass, Table table, String action) {
    audit.record(
        Deed.of("tables", action)
            .by(pass.viewer().id().value())
            .onBehalfOf(pass.workspace().organisation().value())
            .on("table", table.id().value()));
  }
}
