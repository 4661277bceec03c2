package org.diestra.office.invited;

import static org.diestra.platform.base.Outcome.done;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.diestra.office.calendar.Diary;
import org.diestra.office.calendar.EventId;
import org.diestra.office.calendar.EventTexts;
import org.diestra.office.calendar.EventTexts.Seen;
import org.diestra.office.invitations.Answer;
import org.diestra.office.invitations.AskedElsewhere;
import org.diestra.office.invited.InvitedStore.Listed;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.mail.ReplyAddresses;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door for whoever is asked. */
@Service
class Invitations implements AskedElsewhere {
  private final InvitedStore store;
  private final BoxStore boxes;
  private final Answering answering;
  private final EventTexts texts;
  private final Diary diary;
  private final ReplyAddresses addresses;
  private final HouseRights house;
  private final Audit audit;
  private final Clock clock;

  Invitations(
      InvitedStore store,
      BoxStore boxes,
      Answering answering,
      EventTexts texts,
      Diary diary,
      ReplyAddresses addresses,
      HouseRights house,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.boxes = boxes;
    this.answering = answering;
    this.texts = texts;
    this.diary = diary;
    this.addresses = addresses;
    this.house = house;
    this.audit = audit;
    this.clock = clock;
  }

  /** The caller's own address for invitations; empty where the house takes no mail. */
  @Transactional
  public Optional<String> address(Viewer viewer) {
    return addresses.of(boxes.of(viewer.id(), Ids.fresh(), clock.instant()));
  }

  /** Another one; nothing comes by the one before any more. */
  @Transactional
  public void renew(Viewer viewer) {
    boxes.of(viewer.id(), Ids.fresh(), clock.instant());
    boxes.change(viewer.id(), Ids.fresh(), clock.instant());
    audit.record(
        Deed.of("invited", "renew").on("person", viewer.id().value()).by(viewer.id().value()));
  }

  /** What is not over, the first first. */
  @Transactional(readOnly = true)
  public List<Listed> open(Viewer viewer) {
    return store.open(viewer.id(), clock.instant());
  }

  /** An invitation before whoever got it. */
  record Mine(Invited it, Instant now) {
    boolean open() {
      return it.open(now);
    }
  }

  /**
   * @throws NotFound if nothing such was sent to the caller
   */
  @Transactional(readOnly = true)
  public Mine of(Viewer viewer, InvitedId id) {
    return new Mine(find(viewer, id), clock.instant());
  }

  private Invited find(Viewer viewer, InvitedId id) {
    return store.find(id).filter(it -> it.person().equals(viewer.id())).orElseThrow(NotFound::new);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<String> href(Viewer viewer, EventId event) {
    return store.byCopy(event).filter(it -> it.person().equals(viewer.id())).map(Invited::href);
  }

  /**
   * @param words to whoever asks; may be empty
   */
  @Transactional
  public Outcome<Invited> answer(Viewer viewer, InvitedId id, Answer answer, String words) {
    var it = find(viewer, id);
    hold(it);
    return house.call(() -> answering.take(viewer, id, answer, words));
  }

  private void hold(Invited it) {
    copy(it).ifPresent(seen -> texts.hold(seen.text().calendar()));
  }

  private Optional<Seen> copy(Invited it) {
    var copy = it.copy();
    return copy == null ? Optional.empty() : texts.find(copy).filter(Seen::changes);
  }

  /** Takes it out of the calendar; whoever asked hears nothing, and what they send is let be. */
  @Transactional
  public Outcome<InvitedId> refuse(Viewer viewer, InvitedId id) {
    var it = find(viewer, id);
    hold(it);
    var locked = store.locked(id).orElseThrow(NotFound::new);
    store.state(locked, Invited.State.UNWANTED);
    store.copy(id, null);
    if (copy(it).isPresent() && it.copy() instanceof EventId copy) {
      diary.remove(viewer, copy);
    }
    audit.record(Deed.of("invited", "refuse").on("invitation", id.value()).by(viewer.id().value()));
    return done(id);
  }

  /** A program says what they answer. With the house's rights, in the transaction of the change. */
  void said(Viewer by, Invited it, Answer answer) {
    if (answer != Answer.NONE && answer != it.answer() && it.open(clock.instant())) {
      answering.take(by, it.id(), answer, "");
    }
  }

  /** It was taken out there: whoever had said that they come does not. */
  void gone(Viewer by, Invited it, boolean silent) {
    store.copy(it.id(), null);
    boolean came = it.answer() == Answer.YES || it.answer() == Answer.MAYBE;
    if (!silent && came && it.open(clock.instant()) && mine(by, it.person())) {
      answering.take(by, it.id(), Answer.NO, "");
    }
  }

  private static boolean mine(Viewer by, PersonId person) {
    return by.id().equals(person);
  }
}
