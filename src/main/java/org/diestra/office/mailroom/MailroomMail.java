package org.diestra.office.mailroom;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.diestra.office.mailroom.Message.State;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Excerpt;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Typed;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.BlobId;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.blobs.Purpose;
import org.diestra.platform.mail.Replies;
import org.diestra.platform.notifications.Notice;
import org.diestra.platform.notifications.NoticeKind;
import org.diestra.platform.notifications.Notifications;
import org.diestra.platform.notifications.Topic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps what comes at workspaces' addresses, from people and programs alike. */
@Component
class MailroomMail implements Replies {
  static final String CAME = "mailroom:came";
  private static final String NOBODY = "nobody is reached here";
  private static final int MOST = 200; // a day
  private final BoxStore boxes;
  private final MessageStore store;
  private final Workspaces workspaces;
  private final Blobs blobs;
  private final Notifications notifications;
  private final TransactionTemplate transaction;
  private final Clock clock;

  MailroomMail(
      BoxStore boxes,
      MessageStore store,
      Workspaces workspaces,
      Blobs blobs,
      Notifications notifications,
      TransactionTemplate transaction,
      Clock clock) {
    this.boxes = boxes;
    this.store = store;
    this.workspaces = workspaces;
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
    return workspace(id).isPresent();
  }

  private Optional<WorkspaceId> workspace(UUID id) {
    return Objects.requireNonNull(transaction.execute(tx -> boxes.find(id)));
  }

  @Override
  public Optional<String> take(UUID id, Reply reply) {
    var found = workspace(id);
    if (found.isEmpty()) {
      return Optional.of(NOBODY);
    }
    var workspace = found.get();
    var owner = organisation(workspace);
    if (Boolean.TRUE.equals(transaction.execute(tx -> store.knows(workspace, reply.key())))) {
      return Optional.empty();
    }
    var sender = Typed.line(reply.from());
    if (sender.isEmpty()) {
      return Optional.of("who writes is not said");
    }
    var files = files(reply.files(), owner);
    var message = message(workspace, sender, reply, files.size());
    return Objects.requireNonNull(
        transaction.execute(tx -> {
          var refused = kept(id, message, reply.key(), files);
          if (refused.isPresent()) {
            tx.setRollbackOnly();
          }
          return refused;
        }));
  }

  /** Whose their files are: nobody's own, so that no form can name them. */
  private UUID organisation(WorkspaceId workspace) {
    return Objects.requireNonNull(
        transaction.execute(tx -> workspaces.get(workspace).organisation().value()));
  }

  /** Those of a kind that the house keeps. */
  private List<BlobId> files(List<Attached> attached, UUID owner) {
    var files = new ArrayList<BlobId>();
    try {
      for (var file : attached) {
        var in = new ByteArrayInputStream(file.content());
        if (blobs.store(in, Purpose.ATTACHMENT, file.name(), owner)
            instanceof Outcome.Done<Blob>(var blob)) {
          files.add(blob.id());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private Message message(WorkspaceId workspace, String sender, Reply reply, int files) {
    return new Message(
        new MessageId(Ids.fresh()),
        workspace,
        Excerpt.head(sender, Message.LONGEST_SENDER),
        Excerpt.line(Typed.line(reply.subject()), Message.LONGEST_SUBJECT),
        Excerpt.head(Typed.text(reply.text()), Message.LONGEST_BODY),
        reply.files().size() - files,
        State.OPEN,
        null,
        "",
        1,
        clock.instant(),
        null,
        null);
  }

  private Optional<String> kept(UUID id, Message message, String key, List<BlobId> files) {
    var workspace = workspaces.get(message.workspace());
    var came = boxes.came(id, LocalDate.ofInstant(message.cameAt(), workspace.zone()));
    if (came.isEmpty()) {
      return Optional.of(NOBODY); // given up meanwhile
    }
    if (!store.add(message, key, files)) {
      return Optional.empty(); // the same mail at the same moment
    }
    if (came.get() > MOST) {
      return Optional.of("too many mails for one day");
    }
    files.forEach(file -> blobs.hold(file, Mailroom.HOLDER, message.id().value()));
    notifications.tell(
        workspaces.people(message.workspace(), Area.ADMIN).stream()
            .map(person ->
                Notice.to(
                        person,
                        CAME,
                        message.href(),
                        "mailroom.notice.came",
                        workspace.name(),
                        message.subject().isEmpty() ? message.sender() : message.subject())
                    .once(CAME + ":" + message.id()))
            .toList());
    return Optional.empty();
  }

  /** How it may be told. */
  @Configuration(proxyBeanMethods = false)
  static class Kinds {
    @Bean
    static NoticeKind mailCame() {
      return NoticeKind.daily(CAME, Topic.OFFICE, "mailroom.kind.came", "inbox");
    }
  }
}
