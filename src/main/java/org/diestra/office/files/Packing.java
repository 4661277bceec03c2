package org.diestra.office.files;

import java.util.List;
import org.diestra.office.workspaces.Pass;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What goes into an archive. */
@Service
class Packing {
  /** So many files and folders at most; the rest is left out. */
  static final int MOST = 20_000;

  private final TreeStore trees;

  Packing(TreeStore trees) {
    this.trees = trees;
  }

  @Transactional(readOnly = true)
  List<TreeStore.Packed> of(Pass pass, @Nullable EntryId folder) {
    return trees.packed(
        Files.checked(pass).workspace().id(), folder == null ? null : folder.value(), MOST);
  }
}
