package org.diestra.office.files;

import java.util.ArrayList;
import java.util.List;
import org.diestra.office.workspaces.Pass;
import org.diestra.platform.base.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Folders by their names below another one, as somebody brings them along; made where missing. */
@Component
class FolderPaths {
  private final Files files;
  private final EntryStore entries;

  FolderPaths(Files files, EntryStore entries) {
    this.files = files;
    this.entries = entries;
  }

  /**
   * How far such a path is there.
   *
   * @param last the deepest folder that is there; null for the workspace's own
   * @param missing the names of those below it, from the outermost in
   */
  record Way(@Nullable EntryId last, List<String> missing) {}

  /** In the transaction of whoever holds the workspace. */
  Outcome<Way> look(Pass pass, @Nullable EntryId from, List<String> typed) {
    var top = files.of(pass, from);
    var names = new ArrayList<String>();
    for (var one : typed) {
      switch (EntryName.read(one)) {
        case Outcome.Done<String>(var name) -> names.add(name);
        case Outcome.Refused<String>(var why) -> {
          return Outcome.refused(why);
        }
      }
    }
    int above = top == null ? 0 : files.depth(pass, top);
    if (above + names.size() > Files.DEEPEST) {
      return Outcome.refused(Files.deep());
    }
    List<Entry> there =
        names.isEmpty() ? List.of() : entries.along(pass.workspace().id(), top, names);
    if (there.stream().anyMatch(entry -> !entry.collection())) {
      return Outcome.refused(Files.taken());
    }
    var last = there.isEmpty() ? from : there.getLast().key();
    return Outcome.done(new Way(last, names.subList(there.size(), names.size())));
  }

  /** Makes what is missing, each in the one before. */
  Outcome<Way> make(Pass pass, Way way) {
    var last = way.last();
    for (var name : way.missing()) {
      switch (files.makeFolder(pass, last, name)) {
        case Outcome.Done<Entry>(var made) -> last = made.key();
        case Outcome.Refused<Entry>(var why) -> {
          return Outcome.refused(why);
        }
      }
    }
    return Outcome.done(new Way(last, List.of()));
  }
}
