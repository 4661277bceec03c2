package org.diestra.platform.previews;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.blobs.FileType;
import org.diestra.platform.blobs.Kind;
import org.diestra.platform.blobs.Texts;
import org.diestra.platform.previews.Making.Wanted;
import org.diestra.platform.previews.Order.Work;
import org.diestra.platform.previews.PreviewStore.Made;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The door to what can be seen of a file. Previews are made when they are first asked for, which
 * may take seconds, and kept; who may see them is for the module that owns the file to decide. Not
 * to be asked within a transaction.
 */
@Service
public class Previews {
  /** Pages of a PDF that can be had as pictures. */
  public static final int PAGES = 30;

  /** Characters of a mark. */
  public static final int MARK = 80;

  private static final int START_OF_TEXT = 65_536;
  private static final int SHOWN_TEXT = 8_000;

  /** How large a picture is, at most, on its longer side. */
  public enum Size {
    /** Beside a line of text. */
    TINY(96),
    /** For a list. */
    SMALL(320),
    /** The first view of a page, light whatever it shows. */
    MEDIUM(640),
    /** To be looked at. */
    LARGE(1280);

    private final int pixels;

    Size(int pixels) {
      this.pixels = pixels;
    }
  }

  private final Blobs blobs;
  private final Making making;

  Previews(Blobs blobs, Making making) {
    this.blobs = blobs;
    this.making = making;
  }

  /** What can be seen of it, with nothing written across. */
  public Preview of(Blob blob) {
    return of(blob, "");
  }

  /**
   * @param mark written across pictures, at most {@link #MARK} characters; the one that {@link
   *     #picture} will be asked with
   */
  public Preview of(Blob blob, String mark) {
    return switch (blob.kind()) {
      case IMAGE, PDF ->
          making
              .made(blob, wanted(blob, 1, Size.LARGE, mark))
              .<Preview>map(made -> new Preview.Pictures(made.pages()))
              .orElse(new Preview.Nothing());
      case TEXT -> text(blob);
      case SPREADSHEET -> sheet(blob);
      case AUDIO -> new Preview.Sound();
      case VIDEO -> new Preview.Film();
      case DOCUMENT, SLIDES, ARCHIVE, OTHER -> new Preview.Nothing();
    };
  }

  /**
   * A picture of a picture or of a PDF's page, without any metadata.
   *
   * @param page 1–{@link #PAGES}
   * @param mark written across it, may be empty
   * @return a file to be served; empty when there is none to be had
   */
  public Optional<Blob> picture(Blob blob, int page, Size size, String mark) {
    boolean there = blob.kind() == Kind.PDF ? page >= 1 && page <= PAGES : page == 1;
    if (!there || (blob.kind() != Kind.PDF && blob.kind() != Kind.IMAGE)) {
      return Optional.empty();
    }
    return making.made(blob, wanted(blob, page, size, mark)).flatMap(this::blob);
  }

  /**
   * Makes in advance what will be asked for, once the transaction is through; waits for nothing.
   */
  public void prepare(Blob blob, String mark) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      Thread.startVirtualThread(() -> make(blob, mark));
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            Thread.startVirtualThread(() -> make(blob, mark));
          }
        });
  }

  private void make(Blob blob, String mark) {
    of(blob, mark);
    picture(blob, 1, Size.MEDIUM, mark);
    picture(blob, 1, Size.SMALL, mark);
    picture(blob, 1, Size.TINY, mark);
  }

  private static Wanted wanted(Blob blob, int page, Size size, String mark) {
    if (mark.length() > MARK) {
      throw new IllegalArgumentException("too long a mark: " + mark);
    }
    var work = blob.kind() == Kind.PDF ? Work.PAGE : Work.FIT;
    return new Wanted(work, page, size.pixels, mark);
  }

  private Optional<Blob> blob(Made made) {
    return Optional.ofNullable(made.blob()).flatMap(blobs::find);
  }

  private Preview text(Blob blob) {
    var text = start(blob);
    boolean whole = blob.size() <= START_OF_TEXT;
    if (blob.type() == FileType.CSV) {
      return new Preview.Sheet(Csv.read(text, whole));
    }
    return text.length() <= SHOWN_TEXT
        ? new Preview.Text(text, !whole)
        : new Preview.Text(text.substring(0, SHOWN_TEXT), true);
  }

  private Preview sheet(Blob blob) {
    if (blob.type() == FileType.XLS) {
      return new Preview.Nothing();
    }
    return making
        .made(blob, new Wanted(Work.TABLE, 1, 1, ""))
        .flatMap(made -> blob(made).map(rows -> new Table(rows(rows), made.cut())))
        .<Preview>map(Preview.Sheet::new)
        .orElse(new Preview.Nothing());
  }

  private List<List<String>> rows(Blob csv) {
    return Csv.read(start(csv), true).rows();
  }

  private String start(Blob blob) {
    try (var in = blobs.open(blob)) {
      return Texts.read(in.readNBytes(START_OF_TEXT));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
