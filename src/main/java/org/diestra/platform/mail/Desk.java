package org.diestra.platform.mail;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.mail.Queued.State;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an operator does with letters. Reading one is recorded: it is somebody's mail. */
@Service
class Desk {
  private final LetterStore store;
  private final LetterList letters;
  private final Outlet outlet;
  private final Audit audit;
  private final Clock clock;

  Desk(LetterStore store, LetterList letters, Outlet outlet, Audit audit, Clock clock) {
    this.store = store;
    this.letters = letters;
    this.outlet = outlet;
    this.audit = audit;
    this.clock = clock;
  }

  List<Queued> page(@Nullable State state, @Nullable UUID below, int most) {
    return letters.page(state, below, most);
  }

  /** Whether letters leave the house at all. */
  boolean isOpen() {
    return outlet.isOpen();
  }

  /**
   * @throws NotFound if there is none
   */
  @Transactional
  public Queued read(UUID letter) {
    var found = store.find(letter).orElseThrow(NotFound::new);
    audit.record(Deed.of("mail", "read").on("letter", letter));
    return found;
  }

  /**
   * Sends a failed or held letter once more.
   *
   * @throws NotFound if there is none
   */
  @Transactional
  public Outcome<UUID> sendAgain(UUID letter) {
    if (store.find(letter).isEmpty()) {
      throw new NotFound();
    }
    if (!letters.again(letter, outlet.firstState(), clock.instant())) {
      return Outcome.refused(Refusal.conflict("mail.again.not"));
    }
    audit.record(Deed.of("mail", "send-again").on("letter", letter));
    return Outcome.done(letter);
  }
}
