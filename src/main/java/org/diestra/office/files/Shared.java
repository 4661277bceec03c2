package org.diestra.office.files;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.diestra.office.workspaces.Pass;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Token;
import org.diestra.platform.data.HouseRights;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What a link shows to whoever holds it. All is done with the rights of the link's maker, as they
 * are at that moment: row security stands behind it as behind everything.
 */
@Service
class Shared {
  private static final Duration GOES_ON = Duration.ofHours(1);
  private final LinkStore links;
  private final OpeningStore openings;
  private final Places places;
  private final Files files;
  private final Accounts accounts;
  private final HouseRights house;
  private final Clock clock;

  Shared(
      LinkStore links,
      OpeningStore openings,
      Places places,
      Files files,
      Accounts accounts,
      HouseRights house,
      Clock clock) {
    this.links = links;
    this.openings = openings;
    this.places = places;
    this.files = files;
    this.accounts = accounts;
    this.house = house;
    this.clock = clock;
  }

  /**
   * A link that holds, and what it leads to.
   *
   * @param password the hash of its password; null for none
   * @param pass of its maker
   */
  record Reached(Link link, @Nullable String password, Pass pass, Entry top) {
    SharedKey.Lock lock() {
      return new SharedKey.Lock(link.id(), password);
    }
  }

  /** Does it with the maker's rights. */
  <T> T as(Reached reached, Supplier<T> deed) {
    return house.callAs(reached.link().madeBy().value(), deed);
  }

  /**
   * Empty for one that is not there, was ended, is too late, or whose maker may not come in any
   * more. Whether a download is left says {@link #take}.
   */
  Optional<Reached> reach(Token secret) {
    var locked = house.call(() -> links.byHash(secret.hash())).orElse(null);
    if (locked == null || locked.link().late(clock.instant())) {
      return Optional.empty();
    }
    var maker = accounts.visitor(locked.link().madeBy()).orElse(null);
    return maker == null ? Optional.empty() : reach(locked, maker);
  }

  private Optional<Reached> reach(LinkStore.Locked locked, Viewer maker) {
    var link = locked.link();
    try {
      return Optional.of(
          house.callAs(
              maker.id().value(),
              () -> {
                var pass = places.enter(maker, link.workspace());
                return new Reached(link, locked.password(), pass, files.get(pass, link.entry()));
              }));
    } catch (NotFound gone) {
      return Optional.empty();
    }
  }

  /**
   * The folders from what the link leads to in to that entry, itself the last.
   *
   * @throws NotFound if it doesn't lie there
   */
  List<Entry> trail(Reached reached, EntryId entry) {
    var trail = as(reached, () -> files.trail(reached.pass(), entry));
    var keys = trail.stream().map(Entry::key).toList();
    int top = keys.indexOf(reached.top().key());
    if (top < 0) {
      throw new NotFound();
    }
    return trail.subList(top, trail.size());
  }

  /**
   * Who asks for bytes, as far as can be told.
   *
   * @param id 16 hexadecimal digits
   * @param goesOn whether it is a later piece of something
   */
  record Visitor(String id, boolean goesOn) {}

  /**
   * Takes one download, unless it is a later piece of one of the last hour. Of many at once only so
   * many are let through as are left.
   */
  boolean take(Link link, EntryId entry, Visitor visitor) {
    return house.call(() -> {
      var now = clock.instant();
      if (visitor.goesOn()
          && openings.visited(entry, link.id(), visitor.id(), now.minus(GOES_ON))) {
        return true;
      }
      if (!links.use(link.id(), now)) {
        return false;
      }
      var who = new OpeningStore.Who(null, link.id(), visitor.id());
      openings.add(link.workspace(), List.of(entry.value()), who, Opening.Way.LINK, now);
      return true;
    });
  }
}
