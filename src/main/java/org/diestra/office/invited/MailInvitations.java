package org.diestra.office.invited;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.EmailAddress;
import org.diestra.platform.mail.Replies;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Invitations that calendar programs send by mail (RFC 6047). Whoever has somebody's address may
 * ask them; what was asked is changed and called off only by mail of whoever asked, of whoever
 * sends for them, of whose mail the first one was, or of the person themself, who may pass on what
 * came to another address of theirs.
 */
@Component
class MailInvitations implements Replies {
  private static final String NOBODY = "nobody is reached here";
  private final BoxStore boxes;
  private final Taking taking;
  private final Accounts accounts;
  private final TransactionTemplate transaction;
  private final Clock clock;

  MailInvitations(
      BoxStore boxes,
      Taking taking,
      Accounts accounts,
      TransactionTemplate transaction,
      Clock clock) {
    this.boxes = boxes;
    this.taking = taking;
    this.accounts = accounts;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public boolean readsCalendars() {
    return true;
  }

  @Override
  public boolean knows(UUID id) {
    return Boolean.TRUE.equals(transaction.execute(tx -> boxes.holder(id).isPresent()));
  }

  @Override
  public Optional<String> take(UUID id, Reply reply) {
    var calendar = reply.calendar();
    var from = EmailAddress.read(reply.from()).map(EmailAddress::key);
    var read =
        calendar == null
            ? Optional.<Message>empty()
            : Message.read(calendar.content(), clock.instant());
    if (read.isEmpty() || from.isEmpty()) {
      return Optional.of("this address takes invitations of calendar programs, and nothing else");
    }
    var message = read.get();
    var sender = from.get();
    return Objects.requireNonNull(transaction.execute(tx -> taken(id, message, sender)));
  }

  private Optional<String> taken(UUID id, Message message, String from) {
    var viewer = boxes.locked(id).flatMap(accounts::viewer);
    return viewer.isPresent() ? taking.take(viewer.get(), id, message, from) : Optional.of(NOBODY);
  }
}
