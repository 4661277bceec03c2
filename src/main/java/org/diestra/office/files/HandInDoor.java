package org.diestra.office.files;

import java.time.Clock;
import java.util.Optional;
import org.diestra.office.workspaces.Pass;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Token;
import org.diestra.platform.data.HouseRights;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The way from a letterbox's address to it, with the rights that its maker has at that moment. */
@Service
class HandInDoor {
  private final LetterboxStore store;
  private final UploadStore uploads;
  private final Places places;
  private final Files files;
  private final Accounts accounts;
  private final HouseRights house;
  private final Clock clock;

  HandInDoor(
      LetterboxStore store,
      UploadStore uploads,
      Places places,
      Files files,
      Accounts accounts,
      HouseRights house,
      Clock clock) {
    this.store = store;
    this.uploads = uploads;
    this.places = places;
    this.files = files;
    this.accounts = accounts;
    this.house = house;
    this.clock = clock;
  }

  /**
   * A letterbox that is there.
   *
   * @param password the hash of its password; null for none
   * @param pass of its maker
   * @param open whether something more may begin to come in, or something goes on coming
   */
  record Reached(Letterbox box, @Nullable String password, Pass pass, boolean open) {
    SharedKey.Lock lock() {
      return new SharedKey.Lock(box.id(), password);
    }

    Bringer bringer(String giver) {
      return new Bringer(pass, box.id(), giver);
    }
  }

  /**
   * Empty for one that is not there, was ended, whose folder is gone, or whose maker may not come
   * in any more. What had begun before its time was over still comes to its end.
   */
  Optional<Reached> reach(Token secret) {
    var locked = house.call(() -> store.byHash(secret.hash())).orElse(null);
    if (locked == null) {
      return Optional.empty();
    }
    var maker = accounts.visitor(locked.box().madeBy()).orElse(null);
    return maker == null ? Optional.empty() : reach(locked, maker);
  }

  private Optional<Reached> reach(LetterboxStore.Locked locked, Viewer maker) {
    var box = locked.box();
    try {
      return Optional.of(
          house.callAs(
              maker.id().value(),
              () -> {
                var pass = places.enter(maker, box.workspace());
                files.get(pass, box.entry());
                var now = clock.instant();
                boolean open =
                    !box.late(now)
                        && (!box.full() || uploads.awaited(box.id(), now.minus(Upload.WAITS)));
                return new Reached(box, locked.password(), pass, open);
              }));
    } catch (NotFound gone) {
      return Optional.empty();
    }
  }
}
