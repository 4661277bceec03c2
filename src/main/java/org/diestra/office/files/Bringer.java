package org.diestra.office.files;

import java.util.UUID;
import org.diestra.office.workspaces.Pass;
import org.jspecify.annotations.Nullable;

/**
 * Who brings a file.
 *
 * @param pass of the person, or of a letterbox's maker
 * @param letterbox by which somebody without an account brings it; null for the person
 * @param giver who that is, in their own words; may be empty
 */
record Bringer(Pass pass, @Nullable UUID letterbox, String giver) {
  static Bringer of(Pass pass) {
    return new Bringer(pass, null, "");
  }

  /** Whether an upload is this one's to go on with: of a letterbox, whose id nobody guesses. */
  boolean brings(Upload upload) {
    return letterbox == null
        ? upload.letterbox() == null && upload.person().equals(pass.viewer().id())
        : letterbox.equals(upload.letterbox());
  }
}
