package org.diestra.work.tasks;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diestra.office.manuals.Manuals;
import org.diestra.office.manuals.Procedure;
import org.diestra.office.manuals.Version;
import org.diestra.office.procedures.Step;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.BlobId;
import org.diestra.platform.blobs.Blobs;
import org.diestra.work.contracts.Contract;
import org.diestra.work.contracts.ContractFrame;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Contracts;
import org.diestra.work.contracts.Side;
import org.diestra.work.engagements.Engagement;
import org.diestra.work.engagements.Engagements;
import org.diestra.work.tasks.DueDates.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;

/** Gathers what the pages about one task show. */
@Component
class TaskPages {
  private final Tasks tasks;
  private final Doing doing;
  private final SeriesKeeper series;
  private final TraceStore traces;
  private final BargainStore bargains;
  private final Contracts contracts;
  private final Engagements engagements;
  private final Manuals manuals;
  private final Accounts accounts;
  private final Organisations organisations;
  private final Blobs blobs;
  private final DueDates dueDates;
  private final DisputeGate gate;

  TaskPages(
      Tasks tasks,
      Doing doing,
      SeriesKeeper series,
      TraceStore traces,
      BargainStore bargains,
      Contracts contracts,
      Engagements engagements,
      Manuals manuals,
      Accounts accounts,
      Organisations organisations,
      Blobs blobs,
      DueDates dueDates,
      DisputeGate gate) {
    this.tasks = tasks;
    this.doing = doing;
    this.series = series;
    this.traces = traces;
    this.bargains = bargains;
    this.contracts = contracts;
    this.engagements = engagements;
    this.manuals = manuals;
    this.accounts = accounts;
    this.organisations = organisations;
    this.blobs = blobs;
    this.dueDates = dueDates;
    this.gate = gate;
  }

  /**
   * A task before somebody.
   *
   * @param by for which side the viewer acts, or null for whoever looks on without deciding
   */
  record Seen(
      Viewer viewer, ContractFrame frame, Engagement engagement, Task task, @Nullable By by) {
    Facts facts() {
      return task.facts();
    }

    boolean is(Side side) {
      return by != null && by.side() == side;
    }

    boolean commits() {
      return by != null && by.commits(facts());
    }

    String href(String path) {
      return facts().place().href() + (path.isEmpty() ? "" : "/" + path);
    }

    /**
     * Whether the viewer sees what was delivered in marked previews alone: until a trial is paid,
     * everybody but its assistant.
     */
    boolean sealed() {
      return trial() && !is(Side.ASSISTANT) && !paid();
    }

    boolean trial() {
      return frame.contract().trial();
    }

    private boolean paid() {
      var released = facts().count().released();
      return switch (task) {
        case Task.Approved approved -> true;
        case Task.Paid it -> true;
        case Task.Cancelled cancelled -> released != null && released.isPositive();
        default -> false;
      };
    }

    boolean ended() {
      return engagement instanceof Engagement.Ended;
    }
  }

  /**
   * How a task comes again.
   *
   * @param first when the first is due
   */
  record Again(Repeat rule, Work.Due first, boolean ended) {}

  /**
   * All that the page of a task shows.
   *
   * @param procedure by which it is done, or null
   * @param version the pinned one, or null
   * @param newer whether a newer version holds by now
   * @param checklist null where its manual is closed to the viewer
   * @param repeats how it comes again, or null for once
   * @param held whether money is held for the tasks of its contract
   * @param promised whether that is a promise alone, and the client pays directly
   * @param missing of its price, still to come in; null where that is no question
   * @param disputable whether the viewer may open a dispute about it
   */
  record Shown(
      Seen seen,
      @Nullable Procedure procedure,
      @Nullable Version version,
      boolean newer,
      @Nullable Checklist checklist,
      List<TaskMove> moves,
      Map<Integer, Delivery> deliveries,
      Map<Integer, List<Remark>> remarks,
      Map<BlobId, Blob> files,
      List<Bargain> bargains,
      Map<PersonId, String> names,
      @Nullable Again repeats,
      boolean held,
      boolean promised,
      @Nullable Money missing,
      boolean disputable,
      @Nullable Standing due) {
    /** Whether some of its price is still to come in. */
    boolean lacks() {
      return missing != null && missing.isPositive();
    }

    /** Where money is only promised, the message that says so in the place of that one. */
    String key(String held) {
      return promised ? "tasks.promised." + held.substring("tasks.".length()) : held;
    }

    /** Whether it can't begin before its price is held. */
    boolean unheld() {
      return held && seen.task() instanceof Task.Agreed && seen.facts().work().priced();
    }

    @Nullable Bargain open() {
      return bargains.stream().filter(b -> b.answer() == null).findFirst().orElse(null);
    }

    List<Blob> files(Delivery delivery) {
      return delivery.files().stream().flatMap(f -> Stream.ofNullable(files.get(f))).toList();
    }

    String name(@Nullable PersonId person) {
      return person == null ? "" : names.getOrDefault(person, "");
    }
  }

  /**
   * @throws NotFound if there is none in that contract that this person may see
   */
  @Transactional(readOnly = true)
  public Seen seen(Viewer viewer, ContractId contractId, TaskId id) {
    var contract = contracts.get(viewer, contractId);
    var task = tasks.get(contractId, id);
    var by = task.facts().sideOf(viewer).map(side -> new By(viewer, side)).orElse(null);
    return new Seen(viewer, contracts.frame(contract), engagements.get(contractId), task, by);
  }

  @Transactional(readOnly = true)
  public String show(Viewer viewer, ContractId contract, TaskId id, Model model) {
    var seen = seen(viewer, contract, id);
    var facts = seen.facts();
    var procedure = Optional.ofNullable(facts.work().procedure()).flatMap(manuals::find);
    var pinned = facts.count().pinned();
    var moves = traces.moves(id);
    var deliveries = traces.deliveries(id);
    var bargained = bargains.of(id);
    var people =
        Stream.concat(
                moves.stream().flatMap(m -> Stream.ofNullable(m.person())),
                bargained.stream().map(Bargain::person))
            .distinct()
            .toList();
    boolean closed = seen.ended() && seen.is(Side.ASSISTANT) && procedure.isPresent();
    var files = deliveries.stream().flatMap(d -> d.files().stream()).distinct().toList();
    model.addAttribute(
        "shown",
        new Shown(
            seen,
            procedure.orElse(null),
            pinned == null
                ? null
                : procedure.map(p -> manuals.version(p.id(), pinned)).orElse(null),
            newer(procedure, pinned),
            closed ? null : doing.checklist(seen.task()),
            moves,
            deliveries.stream().collect(Collectors.toMap(Delivery::version, d -> d)),
            traces.remarks(id),
            blobs.all(files),
            bargained,
            accounts.names(people),
            again(facts),
            tasks.funded(facts.place().contract()),
            tasks.promised(facts.place().contract()),
            tasks.missing(seen.task()),
            disputable(seen),
            dueDates.of(List.of(seen.task())).get(id)));
    return "show";
  }

  private boolean disputable(Seen seen) {
    var by = seen.by();
    return by != null && seen.commits() && gate.closed(seen.task(), by.side()) == null;
  }

  private @Nullable Again again(Facts facts) {
    var first = facts.series();
    if (first == null) {
      return null;
    }
    var work =
        first.equals(facts.id())
            ? facts.work()
            : tasks.get(facts.place().contract(), first).facts().work();
    boolean ended = series.of(facts).filter(s -> s.endedAt() != null).isPresent();
    return new Again(
        Objects.requireNonNull(work.repeats()), Objects.requireNonNull(work.begins()), ended);
  }

  /** Whether that file was delivered with the task. */
  @Transactional(readOnly = true)
  public boolean holds(TaskId task, BlobId file) {
    return traces.holds(task, file);
  }

  private static boolean newer(Optional<Procedure> procedure, @Nullable Integer pinned) {
    return pinned != null
        && procedure.map(Procedure::published).filter(number -> number > pinned).isPresent();
  }

  /** The steps of the pinned version, that changes can cite. */
  List<Step> steps(Task task) {
    var pinned = task.facts().count().pinned();
    var procedure = task.facts().work().procedure();
    return pinned == null || procedure == null
        ? List.of()
        : manuals.version(procedure, pinned).written().instructions().steps();
  }

  /** In which a due date may be meant: the viewer's, and those of both sides. */
  List<ZoneId> zones(Viewer viewer, Contract contract) {
    var assistant = accounts.contact(contract.assistant()).orElseThrow(NotFound::new).zone();
    var client = organisations.get(contract.organisation()).zone();
    return Stream.of(viewer.zone(), client, assistant).distinct().toList();
  }
}
