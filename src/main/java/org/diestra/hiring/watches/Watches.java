package org.diestra.hiring.watches;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.page.Pages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do with the searches they keep. */
@Service
class Watches {
  static final int MOST = 20;
  private static final int QUERY = 2000;

  private final WatchStore store;
  private final ObjectProvider<Watched> pages;
  private final Pages words;
  private final Audit audit;
  private final Clock clock;

  Watches(WatchStore store, ObjectProvider<Watched> pages, Pages words, Audit audit, Clock clock) {
    this.store = store;
    this.pages = pages;
    this.words = words;
    this.audit = audit;
    this.clock = clock;
  }

  List<Watch> of(PersonId person) {
    return store.of(person);
  }

  Optional<Watched> page(String kind) {
    return pages.orderedStream().filter(p -> p.kind().equals(kind)).findFirst();
  }

  /** Keeps a search under words that describe it. Keeping it again changes nothing. */
  @Transactional
  public Outcome<WatchId> keep(Viewer viewer, Watched page, String typed) {
    var query = typed.length() > QUERY ? "" : page.tidied(typed, viewer.zone());
    if (query.isEmpty() || query.length() > QUERY) {
      return Outcome.refused(Refusal.invalid("watches.nothing", List.of()));
    }
    var kept = store.of(viewer.id());
    boolean known =
        kept.stream().anyMatch(w -> w.kind().equals(page.kind()) && w.query().equals(query));
    if (!known && kept.size() >= MOST) {
      return Outcome.refused(Refusal.conflict("watches.most", MOST));
    }
    var name = page.described(query, viewer.zone(), words.formats(viewer.locale(), viewer.zone()));
    var id =
        store.add(
            new Watch(
                new WatchId(Ids.fresh()),
                viewer.id(),
                page.kind(),
                query,
                cut(name),
                clock.instant()));
    record(viewer.id(), "keep", id);
    return Outcome.done(id);
  }

  private static String cut(String name) {
    return name.codePointCount(0, name.length()) <= Watch.NAME
        ? name
        : name.substring(0, name.offsetByCodePoints(0, Watch.NAME - 1)) + "…";
  }

  @Transactional
  public void rename(PersonId person, WatchId id, String name) {
    must(store.rename(person, id, name));
    record(person, "rename", id);
  }

  @Transactional
  public void remove(PersonId person, WatchId id) {
    must(store.remove(person, id, clock.instant()));
    store.forget(clock.instant().minus(Duration.ofDays(30)));
    record(person, "remove", id);
  }

  /** From now on again; what came meanwhile is not told. */
  @Transactional
  public Outcome<WatchId> restore(PersonId person, WatchId id) {
    if (store.of(person).size() >= MOST) {
      return Outcome.refused(Refusal.conflict("watches.most", MOST));
    }
    Instant now = clock.instant();
    must(store.restore(person, id, now));
    record(person, "restore", id);
    return Outcome.done(id);
  }

  /**
   * @throws NotFound if there is none, or it is somebody else's
   */
  void require(PersonId person, WatchId id) {
    must(store.of(person).stream().anyMatch(watch -> watch.id().equals(id)));
  }

  private void record(PersonId person, String action, WatchId id) {
    audit.record(Deed.of("watches", action).by(person.value()).on("watch", id.value()));
  }

  private static void must(boolean done) {
    if (!done) {
      throw new NotFound();
    }
  }
}
