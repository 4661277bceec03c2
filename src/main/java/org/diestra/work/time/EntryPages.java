package org.diestra.work.time;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.work.contracts.ContractFrame;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Contracts;
import org.diestra.work.time.EntryController.WordsForm;
import org.diestra.work.time.EntryHistory.Change;
import org.diestra.work.time.EntryHistory.Move;
import org.diestra.work.time.Subjects.Subject;
import org.diestra.work.time.Traces.Done;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;

/** Gathers what the page of one line shows. */
@Component
class EntryPages {
  private final Desks desks;
  private final Contracts contracts;
  private final Entries entries;
  private final EntryHistory history;
  private final SheetStore sheets;
  private final Subjects subjects;
  private final Traces traces;
  private final Accounts accounts;
  private final Clock clock;

  EntryPages(
      Desks desks,
      Contracts contracts,
      Entries entries,
      EntryHistory history,
      SheetStore sheets,
      Subjects subjects,
      Traces traces,
      Accounts accounts,
      Clock clock) {
    this.desks = desks;
    this.contracts = contracts;
    this.entries = entries;
    this.history = history;
    this.sheets = sheets;
    this.subjects = subjects;
    this.traces = traces;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** A line's page. */
  record EntryView(
      Desk desk,
      ContractFrame frame,
      Entry entry,
      Timesheet sheet,
      @Nullable String task,
      List<Subject> subjects,
      List<Move> moves,
      List<Change> changes,
      List<Done> traces,
      Map<PersonId, String> names,
      Instant now) {
    String href(String path) {
      return frame.href("time/entries/" + entry.facts().id() + path);
    }

    String back() {
      return frame.href("time?week=" + entry.facts().week()) + "#line-" + entry.facts().id();
    }

    /** Whether its assistant may still write in it. */
    boolean writes() {
      return desk.own()
          && entry instanceof Entry.Written
          && (sheet.writable(now)
              || entry instanceof Entry.Queried && !(sheet instanceof Timesheet.Closed));
    }

    boolean decides() {
      return desk.reviews() && sheet instanceof Timesheet.Submitted;
    }
  }

  /**
   * @param form what was typed, or null to show what the line says
   */
  @Transactional(readOnly = true)
  public String show(
      Viewer viewer,
      ContractId id,
      EntryId line,
      @Nullable EntryForm form,
      WordsForm words,
      Model model) {
    var desk = desks.enter(viewer, id);
    var entry = entries.get(id, line);
    var all = subjects.of(id);
    var task = entry.facts().said().task();
    var moves = history.moves(List.of(line));
    var people = moves.stream().flatMap(m -> Stream.ofNullable(m.person())).distinct().toList();
    var view =
        new EntryView(
            desk,
            contracts.frame(desk.contract()),
            entry,
            sheets.find(id, entry.facts().week()).orElseThrow(),
            all.stream()
                .filter(s -> Objects.equals(s.id(), task))
                .map(Subject::title)
                .findFirst()
                .orElse(null),
            all.stream().filter(s -> s.open() || Objects.equals(s.id(), task)).toList(),
            moves,
            history.changes(List.of(line)),
            traces.beside(desk, List.of(entry)).getOrDefault(line, List.of()),
            accounts.names(people),
            clock.instant());
    model.addAttribute("view", view);
    model.addAttribute("form", form == null ? EntryForm.of(entry, desk.zone()) : form);
    model.addAttribute("words", words);
    return "entry";
  }

  Desk owned(Viewer viewer, ContractId id) {
    var desk = desks.enter(viewer, id);
    desk.requireOwn();
    return desk;
  }

  void reviewed(Viewer viewer, ContractId id) {
    desks.enter(viewer, id).requireReviews();
  }
}
