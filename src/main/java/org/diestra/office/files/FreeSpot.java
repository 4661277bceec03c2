package org.diestra.office.files;

import java.time.Clock;
import java.util.UUID;
import java.util.stream.IntStream;
import org.diestra.office.workspaces.Pass;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where something may stand whose folder may be gone and whose name may be taken meanwhile. */
@Component
class FreeSpot {
  private static final int TRIES = 200;
  private final EntryStore entries;
  private final Clock clock;

  FreeSpot(EntryStore entries, Clock clock) {
    this.entries = entries;
    this.clock = clock;
  }

  /** The folder, or null for the workspace's own where it is gone or in the trash. */
  @Nullable UUID living(Pass pass, @Nullable UUID parent) {
    if (parent == null) {
      return null;
    }
    var folder = entries.find(pass.workspace().id(), new EntryId(parent)).orElse(null);
    return folder == null || folder.trash() != null ? null : parent;
  }

  /** The name, or the first with a number that nobody has there. */
  String name(Pass pass, @Nullable UUID parent, String name) {
    var wanted =
        IntStream.rangeClosed(1, TRIES)
            .mapToObj(n -> n == 1 ? name : EntryName.numbered(name, n))
            .toList();
    var taken = entries.taken(pass.workspace().id(), parent, wanted);
    var last = EntryName.numbered(name, (int) (clock.millis() % Integer.MAX_VALUE));
    return wanted.stream().filter(one -> !taken.contains(one)).findFirst().orElse(last);
  }
}
