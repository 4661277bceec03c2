package org.diestra.office.files;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.diestra.office.workspaces.AccessEnded;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.base.Token;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.data.Seal;
import org.diestra.platform.signin.Passwords;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Letterboxes, for those who make and end them. */
@Service
class Letterboxes {
  private static final String SEAL = "files:letterbox";

  /** So many may be open in one workspace. */
  static final int MOST = 200;

  /** So much of what came in is shown. */
  private static final int SHOWN = 50;

  private final Files files;
  private final LetterboxStore store;
  private final Workspaces workspaces;
  private final Passwords passwords;
  private final TransactionTemplate transaction;
  private final HouseRights house;
  private final Seal seal;
  private final Audit audit;
  private final Clock clock;

  Letterboxes(
      Files files,
      LetterboxStore store,
      Workspaces workspaces,
      Passwords passwords,
      PlatformTransactionManager transactions,
      HouseRights house,
      Seal seal,
      Audit audit,
      Clock clock) {
    this.files = files;
    this.store = store;
    this.workspaces = workspaces;
    this.passwords = passwords;
    this.transaction = new TransactionTemplate(transactions);
    this.house = house;
    this.seal = seal;
    this.audit = audit;
    this.clock = clock;
  }

  /** Those of a folder that nobody has ended, the newest first. */
  @Transactional(readOnly = true)
  List<Letterbox> of(Pass pass, EntryId folder) {
    return store.of(pass.workspace().id(), folder(pass, folder).key());
  }

  private Entry folder(Pass pass, EntryId id) {
    var folder = files.get(pass, id);
    require(folder.collection());
    return folder;
  }

  /** What came in last by each, by their ids: of those alone that this person minds. */
  @Transactional(readOnly = true)
  Map<UUID, List<Letterbox.Handed>> handed(Pass pass, List<Letterbox> boxes) {
    var mine = boxes.stream().filter(box -> minds(Files.checked(pass), box)).map(Letterbox::id);
    return store.handed(pass.workspace().id(), mine.toList(), SHOWN);
  }

  /** Its password is hashed before a transaction begins: that takes its time. */
  Outcome<Letterbox> make(Pass pass, EntryId folder, LetterboxForm.Wanted wanted) {
    var password = wanted.password() == null ? null : passwords.hashOf(wanted.password());
    return Objects.requireNonNull(transaction.execute(tx -> make(pass, folder, wanted, password)));
  }

  private Outcome<Letterbox> make(
      Pass pass, EntryId folder, LetterboxForm.Wanted wanted, @Nullable String password) {
    files.hold(pass);
    var to = folder(pass, folder);
    if (store.count(to.workspace(), clock.instant()) >= MOST) {
      return Outcome.refused(Refusal.limit("files.box.many", MOST));
    }
    var token = Token.fresh();
    var id = Ids.fresh();
    var by = pass.viewer().id();
    var box =
        new Letterbox(
            id,
            to.workspace(),
            to.key(),
            wanted.title(),
            wanted.note(),
            password != null,
            wanted.until(),
            wanted.files(),
            wanted.bytes(),
            0,
            0,
            by,
            clock.instant());
    var sealed = seal.close(SEAL, id, token.text().getBytes(StandardCharsets.UTF_8));
    store.add(box, new LinkStore.Secret(token.hash(), sealed, password));
    audit.record(deed("letterbox", box).by(by.value()));
    return Outcome.done(box);
  }

  private static Deed deed(String action, Letterbox box) {
    return Deed.of("files", action).on("entry", box.entry().value());
  }

  /** Whether this person may see its address and end it: its maker, and who keeps the workspace. */
  static boolean minds(Pass pass, Letterbox box) {
    return pass.keeps() || box.madeBy().equals(pass.viewer().id());
  }

  /** The paths of their pages, by their ids: of those alone that this person minds. */
  @Transactional(readOnly = true)
  Map<UUID, String> paths(Pass pass, List<Letterbox> boxes) {
    var mine = boxes.stream().filter(box -> minds(Files.checked(pass), box)).map(Letterbox::id);
    var paths = new HashMap<UUID, String>();
    store
        .sealed(mine.toList())
        .forEach((id, sealed) ->
            paths.put(id, "/u/" + new String(seal.open(SEAL, id, sealed), StandardCharsets.UTF_8)));
    return paths;
  }

  private static void require(boolean allowed) {
    if (!allowed) {
      throw new NotFound();
    }
  }

  /**
   * @return whose folder it was
   */
  @Transactional
  EntryId end(Pass pass, UUID id) {
    var box = store.find(Files.checked(pass).workspace().id(), id).orElseThrow(NotFound::new);
    require(minds(pass, box));
    require(store.end(id, pass.viewer().id(), clock.instant()));
    audit.record(deed("end-letterbox", box).by(pass.viewer().id().value()));
    return box.entry();
  }

  @ApplicationModuleListener
  void left(AccessEnded event) {
    end(event);
  }

  /** Whoever can't come in any more lets nobody bring anything. Answers how many that ended. */
  int end(AccessEnded event) {
    return house.call(() ->
        workspaces.people(event.workspace(), Area.FILES).contains(event.person())
            ? 0
            : store.endOf(event.workspace(), event.person(), clock.instant()));
  }
}
