package org.diestra.office.dataentry;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.diestra.office.dataentry.Batch.Progress;
import org.diestra.office.dataentry.Batch.State;
import org.diestra.office.tables.RowId;
import org.diestra.office.tables.Rows;
import org.diestra.office.tables.Table;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.BlobId;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Batches: opening them, how far they are, and taking them into their table. */
@Service
class Batches {
  /** Records of a batch. */
  static final int MOST = 5_000;

  static final String HOLDER = "dataentry:source";
  private static final int SHOWN = 100;
  private static final int AT_ONCE = 500;
  private static final SecureRandom RANDOM = new SecureRandom();
  private final BatchStore store;
  private final RecordStore records;
  private final ValueStore values;
  private final Rows rows;
  private final Workspaces workspaces;
  private final Blobs blobs;
  private final HouseRights house;
  private final Audit audit;
  private final Clock clock;

  Batches(
      BatchStore store,
      RecordStore records,
      ValueStore values,
      Rows rows,
      Workspaces workspaces,
      Blobs blobs,
      HouseRights house,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.records = records;
    this.values = values;
    this.rows = rows;
    this.workspaces = workspaces;
    this.blobs = blobs;
    this.house = house;
    this.audit = audit;
    this.clock = clock;
  }

  /** Who may key in and judge there: everybody who works in data entry. */
  @Transactional(readOnly = true)
  public Set<PersonId> people(WorkspaceId workspace) {
    return workspaces.people(workspace, Area.DATA_ENTRY);
  }

  /**
   * Opens one.
   *
   * @param sources files that were kept before, each with its records; none for records on paper
   */
  @Transactional
  public Outcome<Batch> open(Pass pass, Table table, NewBatch fresh, List<Blob> sources) {
    pass.requireWorks(Area.DATA_ENTRY);
    var people = workspaces.people(table.workspace(), Area.DATA_ENTRY);
    var named = fresh.people();
    if (!people.containsAll(named)) {
      return refused(Refusal.invalid("first", "dataentry.people.gone"));
    }
    if (named.stream().distinct().count() < named.size()) {
      return refused(Refusal.invalid("judge", "dataentry.people.twice"));
    }
    int count = Math.max(1, sources.size()) * fresh.each();
    if (count > MOST) {
      return refused(Refusal.invalid("each", "dataentry.records.most", MOST));
    }
    var batch = batch(pass, table, fresh);
    store.add(batch);
    records.add(
        batch,
        Stream.generate(Ids::fresh).limit(count).toList(),
        sources(batch, sources, count),
        drawn(fresh.doubled(), count));
    audit.record(
        Deed.of("dataentry", "open")
            .by(pass.viewer().id().value())
            .onBehalfOf(pass.workspace().organisation().value())
            .on("batch", batch.id().value())
            .with("records", count));
    return done(batch);
  }

  private Batch batch(Pass pass, Table table, NewBatch fresh) {
    return new Batch(
        new BatchId(Ids.fresh()),
        table.workspace(),
        table.id(),
        fresh.name(),
        fresh.doubled(),
        fresh.tolerance(),
        fresh.agreed(),
        fresh.first(),
        fresh.second(),
        fresh.judge(),
        State.KEYING,
        1,
        List.of(),
        pass.viewer().id(),
        clock.instant());
  }

  private @Nullable UUID[] sources(Batch batch, List<Blob> sources, int count) {
    var of = new @Nullable UUID[count];
    int each = count / Math.max(1, sources.size());
    for (int i = 0; i < sources.size(); i++) {
      var id = Ids.fresh();
      var blob = sources.get(i);
      store.addSource(batch, id, blob.id().value(), blob.name());
      blobs.hold(blob.id(), HOLDER, id);
      for (int n = 0; n < each; n++) {
        of[i * each + n] = id;
      }
    }
    return of;
  }

  /** Which records are keyed in twice: nobody knows beforehand. */
  private static List<Boolean> drawn(int percent, int records) {
    var drawn = new ArrayList<Boolean>();
    for (int i = 0; i < records; i++) {
      drawn.add(RANDOM.nextInt(100) < percent);
    }
    return drawn;
  }

  @Transactional(readOnly = true)
  public List<Batch> of(WorkspaceId workspace) {
    return store.of(workspace, SHOWN);
  }

  /**
   * @throws NotFound if there is none in that workspace, or the caller may not see it
   */
  @Transactional(readOnly = true)
  public Batch get(WorkspaceId workspace, BatchId id) {
    return store.find(workspace, id).orElseThrow(NotFound::new);
  }

  @Transactional(readOnly = true)
  public Progress progress(Batch batch) {
    return records.progress(batch.id());
  }

  /** A source's file, for whoever works in data entry there. */
  @Transactional(readOnly = true)
  public BlobId source(Batch batch, UUID source) {
    return store.blob(batch.id(), source).map(BlobId::new).orElseThrow(NotFound::new);
  }

  /** How well it was keyed in, for those who may know: the judge and who keeps the workspace. */
  @Transactional(readOnly = true)
  public Report report(Pass pass, Batch batch, Table table) {
    if (!pass.keeps() && !batch.judges(pass.viewer().id())) {
      throw new NotFound();
    }
    var progress = records.progress(batch.id());
    return house.call(() ->
        new Report(
            batch.fields(table),
            values.flaws(batch.id(), batch.round()),
            values.paces(batch.id()),
            progress.sampled() - progress.unchecked()));
  }

  /** Makes rows of all its records, once. */
  @Transactional
  public Outcome<Batch> accept(Pass pass, Batch batch, Table table) {
    pass.requireKeeps();
    store.hold(batch.id());
    if (!store.accept(batch.id(), pass.viewer().id(), clock.instant())) {
      return refused(Refusal.conflict("dataentry.late"));
    }
    Map<UUID, Map<Integer, String>> some;
    do {
      some = house.call(() -> values.settled(batch.id(), AT_ONCE));
      if (!some.isEmpty()) {
        switch (rows.add(table, List.copyOf(some.values()), pass.viewer().id(), null)) {
          case Outcome.Done<List<RowId>>(var added) ->
              records.lock(List.copyOf(some.keySet()), added.stream().map(RowId::value).toList());
          case Outcome.Refused<List<RowId>>(var why) -> {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly(); // all, or none
            return refused(why);
          }
        }
      }
    } while (!some.isEmpty());
    audit.record(
        Deed.of("dataentry", "accept")
            .by(pass.viewer().id().value())
            .onBehalfOf(pass.workspace().organisation().value())
            .on("batch", batch.id().value()));
    return done(batch);
  }
}
