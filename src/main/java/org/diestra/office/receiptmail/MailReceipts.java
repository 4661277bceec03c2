package org.diestra.office.receiptmail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.diestra.office.bookkeeping.Proposals;
import org.diestra.office.books.Desk;
import org.diestra.office.books.Places;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.BlobId;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.blobs.FileType;
import org.diestra.platform.blobs.Kind;
import org.diestra.platform.blobs.Purpose;
import org.diestra.platform.data.Caller;
import org.diestra.platform.mail.Replies;
import org.diestra.platform.notifications.Notice;
import org.diestra.platform.notifications.Notifications;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the papers that come with a mail: PDFs, pictures, and invoices as XML. Anybody may write to
 * an address, also a program; what comes is brought in the name of its holder, who must work in
 * these books now. Nothing is ever answered.
 */
@Component
class MailReceipts implements Replies {
  static final String CAME = "receiptmail:came";
  private static final String NOBODY = "nobody is reached here";
  private static final int MOST = 100; // papers a day by one address
  private static final int DECORATION = 15_000; // bytes: smaller pictures stand in signatures
  private static final Duration REMEMBERED = Duration.ofDays(30); // a server gives up in a week
  private final BoxStore store;
  private final Places places;
  private final Proposals proposals;
  private final Blobs blobs;
  private final Notifications notifications;
  private final TransactionTemplate transaction;
  private final Clock clock;

  MailReceipts(
      BoxStore store,
      Places places,
      Proposals proposals,
      Blobs blobs,
      Notifications notifications,
      TransactionTemplate transaction,
      Clock clock) {
    this.store = store;
    this.places = places;
    this.proposals = proposals;
    this.blobs = blobs;
    this.notifications = notifications;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public boolean readsPrograms() {
    return true;
  }

  @Override
  public boolean knows(UUID id) {
    return box(id).isPresent();
  }

  private Optional<Box> box(UUID id) {
    return Objects.requireNonNull(transaction.execute(tx -> store.find(id)));
  }

  @Override
  public Optional<String> take(UUID id, Reply reply) {
    var box = box(id);
    var desk = box.flatMap(it -> places.of(it.person(), it.workspace()));
    if (box.isEmpty() || desk.isEmpty()) {
      return Optional.of(NOBODY);
    }
    if (Boolean.TRUE.equals(transaction.execute(tx -> store.knows(box.get(), reply.key())))) {
      return Optional.empty();
    }
    var papers = papers(reply.files(), box.get().person().value());
    if (papers.isEmpty()) {
      return Optional.of("no paper came with it: this address keeps PDFs and pictures");
    }
    return Caller.person(box.get().person().value())
        .call(() ->
            Objects.requireNonNull(
                transaction.execute(tx -> {
                  var refused = kept(box.get(), desk.get(), reply.key(), papers);
                  if (refused.isPresent()) {
                    tx.setRollbackOnly();
                  }
                  return refused;
                })));
  }

  /** Those that can be kept; they stay for some days, should they not be needed. */
  private List<BlobId> papers(List<Attached> files, UUID owner) {
    var papers = new ArrayList<BlobId>();
    try {
      for (var file : files) {
        var bytes = file.content();
        var stored =
            blobs.store(new ByteArrayInputStream(bytes), Purpose.ATTACHMENT, file.name(), owner);
        if (stored instanceof Outcome.Done<Blob>(var blob) && paper(blob.type(), bytes.length)) {
          papers.add(blob.id());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return papers;
  }

  private static boolean paper(FileType type, int size) {
    return type == FileType.PDF
        || type == FileType.XML
        || type.kind() == Kind.IMAGE && size >= DECORATION;
  }

  private Optional<String> kept(Box box, Desk desk, String key, List<BlobId> papers) {
    var now = clock.instant();
    var day = LocalDate.ofInstant(now, desk.pass().workspace().zone());
    var came = store.came(box, papers.size(), day);
    if (came.isEmpty()) {
      return Optional.of(NOBODY); // given up meanwhile
    }
    if (!store.add(box, key, now, now.minus(REMEMBERED))) {
      return Optional.empty(); // the same mail at the same moment
    }
    if (came.get() > MOST) {
      return Optional.of("too many papers for one day");
    }
    proposals.receive(desk, papers);
    notifications.tell(
        Notice.to(
                box.person(),
                CAME,
                desk.href("receipts"),
                "receiptmail.notice.came",
                papers.size(),
                desk.pass().workspace().name())
            .once(CAME + ":" + box.id() + ":" + key));
    return Optional.empty();
  }
}
