package org.diestra.platform.blobs;

import java.io.IOException;
import java.util.Locale;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.blobs.Sniffed.Known;
import org.diestra.platform.blobs.Sniffed.Program;
import org.diestra.platform.blobs.Sniffed.Unknown;

/**
 * Decides whether what arrived may stay: by its content, by what its purpose allows, and by whether
 * its name tells the truth. A slip within one family (a JPEG called .png) is put right; a name that
 * speaks of another family is refused, for its owner or its reader is being fooled.
 */
final class Admission {
  /** More than any telephone takes; a decoder may need six bytes for each. */
  static final long MAX_PIXELS = 64_000_000;

  private Admission() {}

  static Outcome<Received> decide(Intake.Part part, Limit limit, String fileName)
      throws IOException {
    var name = FileName.clean(fileName);
    return switch (Sniffer.sniff(part.head(), part.file(), FileName.extension(name))) {
      case Program() -> refused("blobs.program");
      case Unknown() -> refused("blobs.unknown", limit.formatsText());
      case Known(var type) -> known(part, limit, name, type);
    };
  }

  /**
   * For a workspace's files, which may be anything: told by content as well, since that decides how
   * they are served, but never refused or renamed.
   */
  static Received any(Intake.Part part, String fileName) throws IOException {
    var name = FileName.clean(fileName);
    var type =
        part.size() > 0
                && Sniffer.sniff(part.head(), part.file(), FileName.extension(name))
                    instanceof Known(var known)
            ? known
            : FileType.OTHER;
    var size = PictureHeader.of(part.file(), type).orElse(null);
    boolean bursting = size != null && size.pixels() > MAX_PIXELS;
    return bursting
        ? new Received(part, Purpose.FILE, name, FileType.OTHER, null)
        : new Received(part, Purpose.FILE, name, type, size);
  }

  private static Outcome<Received> known(
      Intake.Part part, Limit limit, String name, FileType type) {
    var claimed = FileType.byExtension(FileName.extension(name)).orElse(type);
    if (claimed.kind() != type.kind()) {
      return refused("blobs.disguised", shout(claimed), shout(type), type.extension());
    }
    if (!limit.kinds().contains(type.kind())) {
      return refused("blobs.notHere", shout(type), limit.formatsText());
    }
    var dimensions = PictureHeader.of(part.file(), type).orElse(null);
    if (dimensions != null && dimensions.pixels() > MAX_PIXELS) {
      return refused(
          "blobs.tooManyPixels", dimensions.pixels() / 1_000_000, MAX_PIXELS / 1_000_000);
    }
    return Outcome.done(
        new Received(part, limit.purpose(), FileName.withExtension(name, type), type, dimensions));
  }

  private static Outcome<Received> refused(String key, Object... args) {
    return Outcome.refused(Refusal.invalid("file", key, args));
  }

  private static String shout(FileType type) {
    return type.extension().toUpperCase(Locale.ROOT);
  }
}
