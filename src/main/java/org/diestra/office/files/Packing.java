package org.diestra.office.files;

import java.util.List;
import org.diestra.office.workspaces.Pass;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What goes into an archive. */
@Service
class Packing {
  /** So many files and folders at most. */
  static final int MOST = 20_000;

  private final TreeStore trees;

  Packing(TreeStore trees) {
    this.trees = trees;
  }

  /** Refused where there is more: an archive that leaves something out looks whole. */
  @Transactional(readOnly = true)
  Outcome<List<TreeStore.Packed>> of(Pass pass, @Nullable EntryId folder) {
    var id = folder == null ? null : folder.value();
    var packed = trees.packed(Files.checked(pass).workspace().id(), id, MOST + 1);
    return packed.size() > MOST
        ? Outcome.refused(Refusal.limit("files.zip.many", MOST))
        : Outcome.done(packed);
  }
}
