package org.diestra.platform.messaging;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.EmailAddress;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Typed;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.BlobId;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.blobs.Purpose;
import org.diestra.platform.data.Caller;
import org.diestra.platform.mail.Replies;
import org.diestra.platform.messaging.Message.Said;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets an answer to a mail into its thread, by the same way as one that was written on the page.
 */
@Component
class MailReplies implements Replies {
  private static final String NOBODY = "nobody is reached here";
  private final TalkStore talks;
  private final TalkWriter writer;
  private final Subjects subjects;
  private final Checks checks;
  private final Accounts accounts;
  private final Blobs blobs;
  private final TransactionTemplate transaction;

  MailReplies(
      TalkStore talks,
      TalkWriter writer,
      Subjects subjects,
      Checks checks,
      Accounts accounts,
      Blobs blobs,
      TransactionTemplate transaction) {
    this.talks = talks;
    this.writer = writer;
    this.subjects = subjects;
    this.checks = checks;
    this.accounts = accounts;
    this.blobs = blobs;
    this.transaction = transaction;
  }

  @Override
  public boolean knows(UUID id) {
    return Boolean.TRUE.equals(transaction.execute(tx -> talks.replied(id).isPresent()));
  }

  @Override
  public Optional<String> take(UUID id, Reply reply) {
    var place = transaction.execute(tx -> talks.replied(id).orElse(null));
    if (place == null) {
      return Optional.of(NOBODY);
    }
    var viewer = accounts.viewer(place.person()).filter(v -> isOf(v, reply.from()));
    if (viewer.isEmpty()) {
      return Optional.of("answer from the address that the mail was sent to");
    }
    return Caller.person(place.person().value())
        .call(() -> take(viewer.get(), place.thread(), reply));
  }

  private static boolean isOf(Viewer viewer, String address) {
    return EmailAddress.read(address)
        .map(EmailAddress::key)
        .equals(EmailAddress.read(viewer.email()).map(EmailAddress::key));
  }

  private Optional<String> take(Viewer viewer, ThreadId thread, Reply reply) {
    var text = Typed.text(reply.text());
    if (text.codePointCount(0, text.length()) > Message.LONGEST) {
      return Optional.of("the answer is longer than " + Message.LONGEST + " characters");
    }
    var talk = transaction.execute(tx -> talks.find(thread, viewer.id()).orElse(null));
    var subject =
        talk == null ? Optional.<ThreadSubjects.Subject>empty() : subjects.find(viewer, talk);
    if (talk == null || subject.filter(ThreadSubjects.Subject::open).isEmpty()) {
      return Optional.of("this conversation takes no more messages");
    }
    var remarks = checks.of(talk, text);
    if (Checks.stop(remarks)) {
      return Optional.of(remarks.getFirst().english());
    }
    try {
      var files = files(viewer, reply.files());
      var said = new Said(text, files, reply.key(), !remarks.isEmpty(), true);
      return writer.send(thread, viewer.id(), said) instanceof Outcome.Refused<Message>
          ? Optional.of("too many messages, or this one came before with other words")
          : Optional.empty();
    } catch (IOException | NotFound broken) {
      return Optional.of(NOBODY);
    }
  }

  /** Those that the house takes; what it does not take is left out, and the words still arrive. */
  private List<BlobId> files(Viewer viewer, List<Attached> attached) throws IOException {
    var taken = new ArrayList<BlobId>();
    for (var file : attached) {
      try (var in = new ByteArrayInputStream(file.content())) {
        if (blobs.store(in, Purpose.ATTACHMENT, file.name(), viewer.id().value())
            instanceof Outcome.Done<Blob>(var blob)) {
          taken.add(blob.id());
        }
      }
    }
    return taken;
  }
}
