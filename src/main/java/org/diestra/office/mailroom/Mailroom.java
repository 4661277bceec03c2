package org.diestra.office.mailroom;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.diestra.office.mailroom.Message.State;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.BlobId;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.mail.ReplyAddresses;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to a client's mail, for whoever works in its administration. */
@Service
class Mailroom {
  static final String HOLDER = "mailroom";
  static final int PAGE = 50;
  private static final Refusal MOVED = Refusal.conflict("mailroom.moved");
  private final MessageStore store;
  private final BoxStore boxes;
  private final ReplyAddresses addresses;
  private final Workspaces workspaces;
  private final Accounts accounts;
  private final Blobs blobs;
  private final Audit audit;
  private final Clock clock;

  Mailroom(
      MessageStore store,
      BoxStore boxes,
      ReplyAddresses addresses,
      Workspaces workspaces,
      Accounts accounts,
      Blobs blobs,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.boxes = boxes;
    this.addresses = addresses;
    this.workspaces = workspaces;
    this.accounts = accounts;
    this.blobs = blobs;
    this.audit = audit;
    this.clock = clock;
  }

  /** Where mail for the client goes; empty where the house takes no mail. */
  @Transactional
  public Optional<String> address(Pass pass) {
    return addresses.of(boxes.of(pass.workspace().id(), Ids.fresh(), clock.instant()));
  }

  /**
   * Another one; nothing comes by the one before any more.
   *
   * @throws NotFound if the person does not keep the workspace
   */
  @Transactional
  public void renew(Pass pass) {
    pass.requireKeeps();
    var workspace = pass.workspace().id();
    boxes.of(workspace, Ids.fresh(), clock.instant());
    boxes.change(workspace, Ids.fresh(), clock.instant());
    audit.record(deed(pass, "renew").on("workspace", workspace.value()));
  }

  private static Deed deed(Pass pass, String what) {
    return Deed.of("mailroom", what)
        .by(pass.viewer().id().value())
        .onBehalfOf(pass.workspace().organisation().value());
  }

  /** The latest first; one more than a page where there are more. */
  @Transactional(readOnly = true)
  public List<Message> list(Pass pass, State state, @Nullable MessageId after) {
    var last = after == null ? null : get(pass, after);
    return store.list(pass.workspace().id(), state, last, PAGE + 1);
  }

  /**
   * @throws NotFound if no such mail came there
   */
  @Transactional(readOnly = true)
  public Message get(Pass pass, MessageId id) {
    return store.find(pass.workspace().id(), id).orElseThrow(NotFound::new);
  }

  /** What came with it, in its order. */
  @Transactional(readOnly = true)
  public List<Blob> files(Message message) {
    var ids = store.files(message.id());
    var all = blobs.all(ids);
    return ids.stream().flatMap(id -> Stream.ofNullable(all.get(id))).toList();
  }

  /** Those who can take care of it, by their names. */
  @Transactional(readOnly = true)
  public Map<PersonId, String> people(Pass pass) {
    return accounts.names(workspaces.people(pass.workspace().id(), Area.ADMIN));
  }

  /**
   * It is as somebody leaves it: with whom, how far, and what they note.
   *
   * @param seen the version that the form was made from
   * @param taker who works there, or null for nobody
   */
  @Transactional
  public Outcome<Message> change(
      Pass pass, MessageId id, int seen, State state, @Nullable PersonId taker, String note) {
    var before = get(pass, id);
    if (taker != null
        && !taker.equals(before.taker())
        && !workspaces.people(pass.workspace().id(), Area.ADMIN).contains(taker)) {
      return refused(Refusal.invalid("taker", "mailroom.taker.unknown"));
    }
    var after = before.with(state, taker, note, pass.viewer().id(), clock.instant());
    if (before.version() != seen || !store.change(after)) {
      return refused(MOVED);
    }
    audit.record(
        deed(pass, "change")
            .on("message", id.value())
            .moved(before.state().name(), after.state().name()));
    return done(after);
  }

  /** It is thrown away with its files, for good. */
  @Transactional
  public Outcome<MessageId> remove(Pass pass, MessageId id, int seen) {
    var message = get(pass, id);
    List<BlobId> files = store.files(id);
    if (message.version() != seen || !store.remove(message)) {
      return refused(MOVED);
    }
    files.forEach(file -> blobs.release(file, HOLDER, id.value()));
    audit.record(deed(pass, "remove").on("message", id.value()));
    return done(id);
  }
}
