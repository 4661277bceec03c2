package org.diestra.work.time;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.data.Deed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes how lines moved: what they are now, and the step beside it. */
@Component
class Moves {
  private final EntryStore entries;
  private final EntryHistory history;
  private final Clock clock;

  Moves(EntryStore entries, EntryHistory history, Clock clock) {
    this.entries = entries;
    this.history = history;
    this.clock = clock;
  }

  /**
   * @param words what was said, or null for nothing
   */
  void one(Entry before, Entry after, PersonId person, @Nullable String words) {
    entries.write(after);
    history.moved(before, after, person, words);
  }

  /** The same for those of many that changed; the lists go in step. */
  void all(List<Entry> before, List<Entry> after, @Nullable Viewer by) {
    var changedBefore = new ArrayList<Entry>();
    var changed = new ArrayList<Entry>();
    for (int i = 0; i < before.size(); i++) {
      if (!after.get(i).equals(before.get(i))) {
        changedBefore.add(before.get(i));
        changed.add(after.get(i));
      }
    }
    if (!changed.isEmpty()) {
      var now = clock.instant();
      entries.moveAll(changed, now);
      history.movedAll(changedBefore, changed, by == null ? null : by.id(), null, now);
    }
  }

  /** What is recorded of a week. */
  static Deed deed(String action, Timesheet before, Timesheet after, @Nullable Viewer by) {
    return Deed.of("time", action)
        .by(by == null ? null : by.id().value())
        .on("contract", before.facts().contract().value())
        .onBehalfOf(before.facts().organisation().value())
        .moved(before.state().name(), after.state().name())
        .with("week", before.facts().week().toString());
  }
}
