package org.diestra.platform.notifications;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.live.Live;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One person's news, for that person. */
@Service
class Inbox {
  /** By which the bell in the header counts anew. */
  static final String CHANGED = "notices";

  private final NoticeStore store;
  private final Live live;
  private final Clock clock;

  Inbox(NoticeStore store, Live live, Clock clock) {
    this.store = store;
    this.live = live;
    this.clock = clock;
  }

  List<Told> page(PersonId person, boolean unreadOnly, @Nullable UUID below, int most) {
    return store.page(person, unreadOnly, below, most);
  }

  /** How many are unread, counted up to a hundred. */
  int unread(PersonId person) {
    return store.unread(person);
  }

  /**
   * @throws NotFound if it is not in that person's inbox
   */
  @Transactional
  public Told read(PersonId person, UUID notice) {
    var told = store.read(person, notice, clock.instant()).orElseThrow(NotFound::new);
    live.tell(person, CHANGED, "");
    return told;
  }

  /**
   * @throws NotFound if it is not in that person's inbox
   */
  @Transactional
  public Told unread(PersonId person, UUID notice) {
    var told = store.unread(person, notice).orElseThrow(NotFound::new);
    live.tell(person, CHANGED, "");
    return told;
  }

  @Transactional
  public void readAll(PersonId person, UUID upTo) {
    store.readAll(person, upTo, clock.instant());
    live.tell(person, CHANGED, "");
  }
}
