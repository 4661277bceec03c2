package org.diestra.hiring.samples;

import java.time.Instant;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Area;
import org.diestra.platform.blobs.Kind;

/**
 * A sample as lists show it.
 *
 * @param what what was done and with which tools; may be empty
 * @param type what kind of file it is, as people call it: PDF, XLSX, MP4
 * @param size as people read it: "12 MB"
 * @param open whether it stands on the owner's public page; else it goes with bids only
 * @param copied whether somebody else brought the same file, or one that looks the same, before
 */
public record SampleCard(
    SampleId id,
    PersonId owner,
    Area area,
    String title,
    String what,
    Rights rights,
    Kind kind,
    String type,
    String size,
    boolean open,
    boolean copied,
    Instant at) {

  /** The page of its own, with the preview in place. */
  public String href() {
    return "/samples/" + id;
  }

  /** The preview alone, to be put into another page. */
  public String previewUrl() {
    return href() + "/preview";
  }

  /** Whether there are small pictures of it at {@code href()/small} and {@code /tiny}. */
  public boolean pictured() {
    return kind == Kind.IMAGE || kind == Kind.PDF;
  }
}
