package org.diestra.platform.messaging;

import java.time.Instant;
import java.util.List;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.Kind;
import org.diestra.platform.messaging.MessageCheck.Remark;
import org.diestra.platform.messaging.ThreadSubjects.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A thread as its page shows it.
 *
 * @param lines the oldest first
 * @param upTo the number of the newest that this page shows, or null where it follows the thread
 * @param older the address of the page before, or null
 * @param newer the address of the newest page, or null where this is it
 */
record TalkView(
    ThreadId id,
    Subject subject,
    List<Person> people,
    List<Line> lines,
    @Nullable Integer upTo,
    @Nullable String older,
    @Nullable String newer) {

  String href() {
    return Messages.href(id);
  }

  /** What the list asks for to see itself anew. */
  String listHref() {
    return href() + "/list" + (upTo == null ? "" : "?upTo=" + upTo);
  }

  record Person(String name, @Nullable String photoUrl) {}

  /**
   * One message.
   *
   * @param day whether it is the first of its day
   * @param text as Markdown; empty where it was deleted
   * @param readBy who has read it and nothing later, but its author
   */
  record Line(
      String href,
      int number,
      Person author,
      boolean own,
      boolean day,
      String text,
      boolean flagged,
      boolean byMail,
      Instant sentAt,
      @Nullable Instant editedAt,
      @Nullable Instant deletedAt,
      List<File> files,
      List<String> readBy) {

    String anchor() {
      return "m" + number;
    }
  }

  /** A file beside a message. */
  record File(String href, Blob blob) {
    boolean pictured() {
      return blob.kind() == Kind.IMAGE || blob.kind() == Kind.PDF;
    }

    String icon() {
      return switch (blob.kind()) {
        case IMAGE -> "image";
        case AUDIO -> "file-audio";
        case VIDEO -> "file-video";
        case SPREADSHEET -> "file-spreadsheet";
        case ARCHIVE -> "file-archive";
        case PDF, TEXT, DOCUMENT, SLIDES, OTHER -> "file-text";
      };
    }
  }

  /**
   * The form below a thread.
   *
   * @param files that were brought with it before
   * @param remarks what the rules find in it; sent once more, it goes out where none stops it
   */
  record Sheet(
      ThreadId id, boolean open, MessageForm form, List<Blob> files, List<Remark> remarks) {
    boolean mayGoAnyway() {
      return !remarks.isEmpty() && !Checks.stop(remarks);
    }
  }
}
