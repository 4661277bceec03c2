package org.diestra.office.imports;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.diestra.office.fields.Manner;
import org.diestra.office.imports.Intake.State;
import org.diestra.office.imports.Intake.Stop;
import org.diestra.office.imports.Intake.Ways;
import org.diestra.office.tables.Table;
import org.diestra.office.workspaces.Pass;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.blobs.BlobId;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.blobs.Received;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.sheets.SheetReader;
import org.diestra.platform.timers.Timers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Bringing files into tables: what people decide about it. The work itself is {@link Work}'s. */
@Service
class Imports {
  /** Bytes of a file. */
  static final long LARGEST = 200_000_000;

  static final String WORK = "imports:work";
  static final String HOLDER = "imports:intake";
  private static final int PREVIEW = 6;
  private static final int SHOWN = 200; // characters of a cell in the preview
  private static final Duration KEPT = Duration.ofDays(30);
  private static final int AT_ONCE = 100;
  private final IntakeStore store;
  private final FaultStore faults;
  private final Blobs blobs;
  private final Timers timers;
  private final HouseRights house;
  private final TransactionOperations transaction;
  private final Audit audit;
  private final Clock clock;

  Imports(
      IntakeStore store,
      FaultStore faults,
      Blobs blobs,
      Timers timers,
      HouseRights house,
      TransactionOperations transaction,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.faults = faults;
    this.blobs = blobs;
    this.timers = timers;
    this.house = house;
    this.transaction = transaction;
    this.audit = audit;
    this.clock = clock;
  }

  /** Takes a file in and looks at its first rows; nothing of it is in the table yet. */
  Outcome<Intake> bring(Pass pass, Table table, InputStream in, String name) throws IOException {
    pass.requireWorks(Area.DATA_ENTRY);
    return switch (blobs.receiveAny(in, name, LARGEST)) {
      case Outcome.Refused<Received>(var why) -> refused(why);
      case Outcome.Done<Received>(var received) -> {
        try (received) {
          yield look(pass, table, received);
        }
      }
    };
  }

  private Outcome<Intake> look(Pass pass, Table table, Received received) throws IOException {
    var manner = Manner.of(pass.viewer().locale());
    var preview = new ArrayList<List<String>>();
    boolean commas;
    try (var sheet = SheetReader.open(received.file(), manner.decimal())) {
      commas = sheet.commas();
      var row = sheet.next();
      while (row != null && preview.size() < PREVIEW) {
        preview.add(row.cells().stream().map(Imports::shown).toList());
        row = sheet.next();
      }
    } catch (SheetReader.Unreadable e) {
      return refused(Refusal.invalid("file", key(e.fault()), e.line()));
    }
    if (preview.isEmpty()) {
      return refused(Refusal.invalid("file", "imports.empty"));
    }
    var blob = blobs.keep(received, pass.viewer().id().value()).orFail();
    var mapping = Guess.mapping(table, preview);
    var decimal = Guess.decimal(table, preview, mapping, commas, manner.decimal());
    var ways = new Ways(decimal, false, true);
    var intake =
        new Intake(
            new IntakeId(Ids.fresh()),
            table.workspace(),
            table.id(),
            pass.viewer().id(),
            blob.id().value(),
            received.name(),
            State.BROUGHT,
            ways,
            preview,
            mapping,
            0,
            0,
            0,
            0,
            0,
            null,
            clock.instant());
    transaction.executeWithoutResult(tx -> {
      store.add(intake);
      blobs.hold(blob.id(), HOLDER, intake.id().value());
    });
    return done(intake);
  }

  static String key(SheetReader.Fault fault) {
    return "imports.fault." + fault.name().toLowerCase(Locale.ROOT);
  }

  private static String shown(String cell) {
    return cell.length() <= SHOWN ? cell : cell.substring(0, SHOWN);
  }

  @Transactional(readOnly = true)
  public Intake get(Table table, IntakeId id) {
    return store.find(id).filter(i -> i.table().equals(table.id())).orElseThrow(NotFound::new);
  }

  @Transactional(readOnly = true)
  public List<Intake> of(Table table) {
    return store.of(table.id(), AT_ONCE);
  }

  @Transactional(readOnly = true)
  public List<Fault> faults(Intake intake, int afterLine, int afterField, int most) {
    return faults.of(intake.id(), afterLine, afterField, most);
  }

  /**
   * Tries it out, column by column as it is told, while people go on.
   *
   * @param mapping for each column a field's number, or 0; no field twice, and at least one
   */
  @Transactional
  public Outcome<Intake> check(Pass pass, Intake intake, Ways ways, List<Integer> mapping) {
    pass.requireWorks(Area.DATA_ENTRY);
    var fields = mapping.stream().filter(n -> n > 0).toList();
    if (fields.isEmpty()) {
      return refused(Refusal.invalid("columns", "imports.mapping.none"));
    }
    if (fields.stream().distinct().count() < fields.size()) {
      return refused(Refusal.invalid("columns", "imports.mapping.twice"));
    }
    if (!store.check(intake.id(), ways, mapping, clock.instant())) {
      return refused(Refusal.conflict("imports.late"));
    }
    faults.clear(intake.id());
    timers.at(clock.instant(), WORK, intake.id().toString());
    return done(intake);
  }

  /** Brings in the rows without faults, while people go on. */
  @Transactional
  public Outcome<Intake> run(Pass pass, Intake intake) {
    pass.requireWorks(Area.DATA_ENTRY);
    if (!store.run(intake.id(), clock.instant())) {
      return refused(Refusal.conflict("imports.late"));
    }
    faults.clear(intake.id());
    return begun(pass, intake, "run");
  }

  /** Brings in no more of it; what is in stays, and can be taken back. */
  @Transactional
  public Outcome<Intake> stop(Pass pass, Intake intake) {
    pass.requireWorks(Area.DATA_ENTRY);
    return store.stop(intake.id(), State.RUNNING, Stop.ASKED, clock.instant())
        ? done(intake)
        : refused(Refusal.conflict("imports.late"));
  }

  /** Takes back every row that came by it and was not changed since. */
  @Transactional
  public Outcome<Intake> undo(Pass pass, Intake intake) {
    pass.requireWorks(Area.DATA_ENTRY);
    var now = clock.instant();
    if (!store.move(intake.id(), State.DONE, State.UNDOING, now)
        && !store.move(intake.id(), State.STOPPED, State.UNDOING, now)) {
      return refused(Refusal.conflict("imports.late"));
    }
    return begun(pass, intake, "undo");
  }

  private Outcome<Intake> begun(Pass pass, Intake intake, String action) {
    timers.at(clock.instant(), WORK, intake.id().toString());
    audit.record(
        Deed.of("imports", action)
            .by(pass.viewer().id().value())
            .onBehalfOf(pass.workspace().organisation().value())
            .on("table", intake.table().value())
            .with("rows", action.equals("run") ? intake.sound() : intake.done()));
    return done(intake);
  }

  /** Throws a file away of which nothing came in. */
  @Transactional
  public Outcome<Intake> drop(Pass pass, Intake intake) {
    pass.requireWorks(Area.DATA_ENTRY);
    if (!store.drop(intake.id())) {
      return refused(Refusal.conflict("imports.late"));
    }
    blobs.releaseAll(HOLDER, intake.id().value());
    return done(intake);
  }

  /** Lets go of files that nobody has touched for a month. */
  @Transactional
  public void forget() {
    house.call(() -> {
      var before = clock.instant().minus(KEPT);
      var old = store.old(before, AT_ONCE);
      while (!old.isEmpty()) {
        store.forget(old);
        blobs.releaseAll(HOLDER, old);
        old = store.old(before, AT_ONCE);
      }
      return old;
    });
  }

  /** The file; it is held as long as anything is to be done with it. */
  static BlobId file(Intake intake) {
    if (intake.blob() == null) {
      throw new NotFound();
    }
    return new BlobId(intake.blob());
  }
}
