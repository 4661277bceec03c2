package org.diestra.platform.notifications;

import java.util.Map;
import java.util.Optional;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How each person wants to hear of what. */
@Service
class Preferences {
  private final PreferenceStore store;
  private final NoticeStore notices;
  private final Kinds kinds;

  Preferences(PreferenceStore store, NoticeStore notices, Kinds kinds) {
    this.store = store;
    this.notices = notices;
    this.kinds = kinds;
  }

  Map<String, Channel> chosen(PersonId person) {
    return store.chosen(person);
  }

  Optional<QuietHours> quietHours(PersonId person) {
    return store.quietHours(person);
  }

  /** How long something waits to be read before it is mailed, in minutes. */
  int patience(PersonId person) {
    return store.patience(person).orElse(Wish.USUAL_MINUTES);
  }

  @Transactional
  public void bePatient(PersonId person, int minutes) {
    store.bePatient(person, minutes);
  }

  /** Takes all choices at once; kinds that no module declares are passed over. */
  @Transactional
  public void choose(PersonId person, Map<String, Channel> choices, @Nullable QuietHours quiet) {
    var before = store.chosen(person);
    choices.forEach((kind, channel) -> {
      if (kinds.has(kind) && before.getOrDefault(kind, kinds.get(kind).byDefault()) != channel) {
        change(person, kind, channel);
      }
    });
    if (quiet == null) {
      store.neverQuiet(person);
    } else {
      store.keepQuiet(person, quiet);
    }
  }

  /** No more mail of that kind, or no more daily mail; the inbox stays. */
  @Transactional
  public void stop(Unsubscribe.Wish wish) {
    if (!wish.kind().equals(Unsubscribe.DIGEST)) {
      change(wish.person(), wish.kind(), Channel.INBOX);
      return;
    }
    var chosen = store.chosen(wish.person());
    kinds.all().stream()
        .filter(k -> chosen.getOrDefault(k.id(), k.byDefault()) == Channel.DIGEST)
        .forEach(k -> change(wish.person(), k.id(), Channel.INBOX));
  }

  private void change(PersonId person, String kind, Channel channel) {
    store.choose(person, kind, channel);
    if (channel == Channel.INBOX || channel == Channel.OFF) {
      notices.keepFromMail(person, kind);
    }
  }
}
