package org.diestra.office.imports;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.diestra.office.imports.Intake.State;
import org.diestra.office.imports.Intake.Stop;
import org.diestra.office.tables.Reading;
import org.diestra.office.tables.Rows;
import org.diestra.office.tables.Table;
import org.diestra.office.tables.Tables;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Typed;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.data.Caller;
import org.diestra.platform.sheets.SheetReader;
import org.diestra.platform.timers.Timers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Does what was decided about a file, some rows at a time, each bundle in a transaction with the
 * line behind which it goes on. Cut off, it is rung again and goes on there; a second one at work
 * finds the line moved and stops. It acts for whoever brought the file, and asks each time whether
 * that person still works there.
 */
@Service
class Work {
  private static final int AT_ONCE = 1_000;
  private static final long HELD = 2_000_000; // characters: of wide rows fewer are held at once
  private static final int HANDS = 2; // of the house's few timers: the others go on ringing
  private static final Duration LATER = Duration.ofSeconds(5);
  private final IntakeStore store;
  private final FaultStore faultStore;
  private final Tables tables;
  private final Reading reading;
  private final Rows rows;
  private final Workspaces workspaces;
  private final Blobs blobs;
  private final TransactionOperations transaction;
  private final Timers timers;
  private final Clock clock;
  final Semaphore hands = new Semaphore(HANDS);

  Work(
      IntakeStore store,
      FaultStore faultStore,
      Tables tables,
      Reading reading,
      Rows rows,
      Workspaces workspaces,
      Blobs blobs,
      TransactionOperations transaction,
      Timers timers,
      Clock clock) {
    this.store = store;
    this.faultStore = faultStore;
    this.tables = tables;
    this.reading = reading;
    this.rows = rows;
    this.workspaces = workspaces;
    this.blobs = blobs;
    this.transaction = transaction;
    this.timers = timers;
    this.clock = clock;
  }

  /** Whatever is to be done with that file now, to its end; later, while others are at work. */
  void ring(IntakeId id) throws IOException {
    if (!hands.tryAcquire()) {
      timers.at(clock.instant().plus(LATER), Imports.WORK, id.toString());
      return;
    }
    try {
      run(id);
    } finally {
      hands.release();
    }
  }

  void run(IntakeId id) throws IOException {
    var intake = find(id);
    if (intake.isEmpty()) {
      return;
    }
    switch (intake.get().state()) {
      case CHECKING, RUNNING -> read(intake.get());
      case UNDOING -> undo(intake.get());
      default -> {} // rung once more: there is nothing to do
    }
  }

  private Optional<Intake> find(IntakeId id) {
    return house(() -> store.find(id));
  }

  private <T> T house(Supplier<T> action) {
    return Caller.house()
        .call(() -> Objects.requireNonNull(transaction.execute(tx -> action.get())));
  }

  private void read(Intake begun) throws IOException {
    var blob = blobs.get(Imports.file(begun));
    try (var sheet = SheetReader.open(blobs.file(blob), begun.ways().decimal())) {
      if (begun.ways().headed()) {
        sheet.next();
      }
      var intake = Optional.of(begun);
      while (intake.isPresent()) {
        intake = step(intake.get(), some(sheet, intake.get().line()));
      }
    } catch (SheetReader.Unreadable e) {
      house(() -> {
        // it was read to its end before anything came in: what came can still be taken back
        if (!store.stop(begun.id(), State.RUNNING, Stop.FILE, clock.instant())) {
          store.unreadable(
              begun.id(), Imports.key(e.fault()), Math.max(1, e.line()), clock.instant());
        }
        return true;
      });
    }
  }

  /** The next rows behind that line. */
  static List<SheetReader.Row> some(SheetReader sheet, int line)
      throws IOException, SheetReader.Unreadable {
    var some = new ArrayList<SheetReader.Row>();
    long held = 0;
    while (some.size() < AT_ONCE && held < HELD) {
      var row = sheet.next();
      if (row == null) {
        break;
      }
      if (row.line() > line) {
        some.add(row);
        held += row.cells().stream().mapToLong(String::length).sum();
      }
    }
    return some;
  }

  /**
   * @return how it stands then; empty when there is nothing left to do
   */
  private Optional<Intake> step(Intake intake, List<SheetReader.Row> some) {
    boolean checking = intake.state() == State.CHECKING;
    if (some.isEmpty()) {
      house(() ->
          store.move(
              intake.id(), intake.state(), checking ? State.CHECKED : State.DONE, clock.instant()));
      return Optional.empty();
    }
    var table = table(intake);
    if (table.isEmpty() || !fits(intake, table.get())) {
      var why = table.isEmpty() ? Stop.PERSON : Stop.FIELD;
      house(() -> store.stop(intake.id(), intake.state(), why, clock.instant()));
      return Optional.empty();
    }
    var person = Caller.person(intake.person().value());
    boolean goesOn =
        person.call(() ->
            Objects.requireNonNull(
                transaction.execute(tx ->
                    checking
                        ? tryOut(intake, table.get(), some, tx)
                        : takeIn(intake, table.get(), some, tx))));
    return goesOn ? find(intake.id()) : Optional.empty();
  }

  /** The table, if it is there and whoever brought the file still works in data entry. */
  private Optional<Table> table(Intake intake) {
    boolean works =
        house(
            () -> workspaces.people(intake.workspace(), Area.DATA_ENTRY).contains(intake.person()));
    return works ? house(() -> tables.find(intake.workspace(), intake.table())) : Optional.empty();
  }

  /** Whether each column goes to a field that is still in use. */
  private static boolean fits(Intake intake, Table table) {
    return intake.mapping().stream().allMatch(n -> n == 0 || table.field(n).isPresent());
  }

  private boolean tryOut(
      Intake intake, Table table, List<SheetReader.Row> some, TransactionStatus tx) {
    var read = reading.read(table, typed(intake, some), intake.ways().manner());
    int faulty = addFaults(intake, some, read);
    return kept(store.tried(intake, some.getLast().line(), some.size(), faulty), intake, tx);
  }

  /** Keeps what is wrong on them; answers on how many there is anything. */
  private int addFaults(Intake intake, List<SheetReader.Row> some, List<Reading.Read> read) {
    var faults = new ArrayList<Fault>();
    int faulty = 0;
    for (int i = 0; i < some.size(); i++) {
      faulty += read.get(i).sound() ? 0 : 1;
      int line = some.get(i).line();
      var typed = intake.typed(some.get(i));
      read.get(i)
          .faults()
          .forEach((field, why) ->
              faults.add(
                  new Fault(line, field, cut(Typed.text(typed.getOrDefault(field, ""))), why)));
    }
    int kept = Math.min(faults.size(), Math.max(0, Fault.MOST - intake.faulty()));
    if (kept > 0) {
      faultStore.add(intake.id(), faults.subList(0, kept));
    }
    return faulty;
  }

  /** What has become faulty since it was tried out is told as if it had been then. */
  private boolean takeIn(
      Intake intake, Table table, List<SheetReader.Row> some, TransactionStatus tx) {
    var read = reading.read(table, typed(intake, some), intake.ways().manner());
    var sound = read.stream().filter(Reading.Read::sound).map(Reading.Read::values).toList();
    if (!sound.isEmpty()
        && rows.add(table, sound, intake.person(), intake.id().value())
            instanceof Outcome.Refused<?>) {
      store.stop(intake.id(), State.RUNNING, Stop.FULL, clock.instant());
      return false;
    }
    int faulty = addFaults(intake, some, read);
    return kept(store.done(intake, some.getLast().line(), sound.size(), faulty), intake, tx);
  }

  /** Somebody has stopped it, or another one is at work: what this one did goes back. */
  private boolean kept(boolean so, Intake intake, TransactionStatus tx) {
    if (so) {
      return true;
    }
    if (store.find(intake.id()).filter(i -> i.state() == intake.state()).isPresent()) {
      throw new IllegalStateException("this file is read by another");
    }
    tx.setRollbackOnly();
    return false;
  }

  private static List<Map<Integer, String>> typed(Intake intake, List<SheetReader.Row> some) {
    return some.stream().map(intake::typed).toList();
  }

  private static String cut(String text) {
    return text.length() <= Fault.TYPED ? text : text.substring(0, Fault.TYPED - 1) + "…";
  }

  private void undo(Intake intake) {
    int gone;
    do {
      gone =
          house(() -> {
            int some = rows.takeBack(intake.table(), intake.id().value(), AT_ONCE);
            store.undone(intake.id(), some);
            return some;
          });
    } while (gone > 0);
    house(() -> store.move(intake.id(), State.UNDOING, State.UNDONE, clock.instant()));
  }
}
