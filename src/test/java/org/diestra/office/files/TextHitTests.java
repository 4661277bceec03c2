package org.diestra.office.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.junit.jupiter.api.Test;

/** The line that is shown of a text. */
class TextHitTests {
  private static TextHit hit(String around, String... stems) {
    var id = UUID.randomUUID();
    var by = new PersonId(id);
    var now = Instant.EPOCH;
    var entry =
        new Entry(
            new EntryId(id), new WorkspaceId(id), null, "a", null, now, by, now, by, null, null);
    return TextHit.of(new TextStore.Found(entry, around, List.of(stems)));
  }

  @Test
  void itIsTheLineAndNothingOfTheOthers() {
    var hit = hit("one\nNo había más ÁRBOLES aquí\nthree", "arbol");
    assertThat(hit.before()).isEqualTo("No había más ");
    assertThat(hit.found()).isEqualTo("ÁRBOLES");
    assertThat(hit.after()).isEqualTo(" aquí");
  }

  @Test
  void aLongLineIsCutBetweenWords() {
    var hit = hit("x".repeat(30) + " word".repeat(40) + " found" + " word".repeat(40), "found");
    assertThat(hit.before()).startsWith("word").hasSizeLessThan(90).endsWith("word ");
    assertThat(hit.after()).hasSizeLessThan(160);
  }

  @Test
  void aWordInAnotherFormStillShowsTheBeginning() {
    assertThat(hit("went home", "go").after()).isEqualTo("went home");
    assertThat(hit("so happily", "happi").found()).isEqualTo("happily");
    assertThat(hit("", "x").after()).isEmpty();
    assertThat(TextReader.folded("Ñandú ﬁ İ")).hasSameSizeAs("Ñandú ﬁ İ").startsWith("nandu");
  }
}
