package org.diestra.office.files;

import java.util.List;
import org.diestra.office.workspaces.Pass;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.Blobs;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a file was before. */
@Service
class Versions {
  private final Files files;
  private final VersionStore store;
  private final FreezeStore freezes;
  private final Blobs blobs;

  Versions(Files files, VersionStore store, FreezeStore freezes, Blobs blobs) {
    this.files = files;
    this.store = store;
    this.freezes = freezes;
    this.blobs = blobs;
  }

  /** The newest first. */
  @Transactional(readOnly = true)
  List<Version> of(Pass pass, EntryId file) {
    return store.of(files.get(pass, file).key());
  }

  /**
   * @throws NotFound if it has no such version, or has it no longer
   */
  @Transactional(readOnly = true)
  Version get(Pass pass, EntryId file, int number) {
    return store.find(files.get(pass, file).key(), number).orElseThrow(NotFound::new);
  }

  /** Makes an earlier one the newest, as a version of its own. The newest itself stays as it is. */
  @Transactional
  Outcome<Entry> restore(Pass pass, EntryId file, int number) {
    var space = files.hold(pass);
    var entry = files.get(pass, file);
    var old = store.find(entry.key(), number).orElseThrow(NotFound::new).content();
    if (old.sha256().equals(entry.file().sha256())) {
      return Outcome.done(entry);
    }
    if (old.size() > space.left()) {
      return Outcome.refused(Files.full(space));
    }
    int next = entry.file().version() + 1;
    files.renew(
        pass, entry, new Entry.Content(next, old.blob(), old.sha256(), old.size(), old.type()));
    return Outcome.done(files.get(pass, file));
  }

  /** Whether any of them is kept as evidence. */
  @Transactional(readOnly = true)
  boolean frozen(Pass pass, EntryId file) {
    return freezes.holds(Files.checked(pass).workspace().id(), file);
  }

  /** The bytes of a version, under the name that the file has now. */
  Blob blob(Entry entry, Entry.Content content) {
    var kept = blobs.get(content.blob());
    return new Blob(
        kept.id(),
        entry.name(),
        kept.type(),
        kept.size(),
        kept.sha256(),
        kept.owner(),
        kept.dimensions(),
        kept.created());
  }
}
