package org.diestra.office.files;

import java.util.List;
import org.diestra.office.workspaces.Pass;
import org.diestra.platform.base.Folded;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds files by what is written in them. */
@Service
class TextSearch {
  /** So many are shown. */
  static final int SHOWN = 30;

  /** So many rows are weighed against each other. */
  private static final int LOOKED = 200;

  private final TextStore store;

  TextSearch(TextStore store) {
    this.store = store;
  }

  /**
   * The best first; all words must be there, in any form of theirs. As in other searches quotes
   * keep words together, {@code or} stands for either, and a dash before a word for none of it.
   */
  @Transactional(readOnly = true)
  List<TextHit> in(Pass pass, String query) {
    var workspace = Files.checked(pass).workspace().id();
    return TextHit.of(store.found(workspace, Folded.of(query), LOOKED, SHOWN));
  }
}
