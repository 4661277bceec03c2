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

/** Links to files and folders, for those who make and end them. */
@Service
class Links {
  private static final String SEAL = "files:link";

  /** So many may be open in one workspace. */
  static final int MOST = 500;

  private final Files files;
  private final LinkStore store;
  private final Workspaces workspaces;
  private final Passwords passwords;
  private final TransactionTemplate transaction;
  private final HouseRights house;
  private final Seal seal;
  private final Audit audit;
  private final Clock clock;

  Links(
      Files files,
      LinkStore store,
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

  /** Those that nobody has ended, the newest first. */
  @Transactional(readOnly = true)
  List<Link> of(Pass pass, EntryId entry) {
    return store.of(pass.workspace().id(), files.get(pass, entry).key());
  }

  /** Its password is hashed before a transaction begins: that takes its time. */
  Outcome<Link> make(Pass pass, EntryId entry, LinkForm.Wanted wanted) {
    var password = wanted.password() == null ? null : passwords.hashOf(wanted.password());
    return Objects.requireNonNull(transaction.execute(tx -> make(pass, entry, wanted, password)));
  }

  private Outcome<Link> make(
      Pass pass, EntryId entry, LinkForm.Wanted wanted, @Nullable String password) {
    files.hold(pass);
    var to = files.get(pass, entry);
    if (store.count(to.workspace(), clock.instant()) >= MOST) {
      return Outcome.refused(Refusal.limit("files.link.many", MOST));
    }
    var token = Token.fresh();
    var id = Ids.fresh();
    var by = pass.viewer().id();
    var link =
        new Link(
            id,
            to.workspace(),
            to.key(),
            wanted.label(),
            password != null,
            wanted.until(),
            wanted.most(),
            0,
            by,
            clock.instant(),
            null);
    var sealed = seal.close(SEAL, id, token.text().getBytes(StandardCharsets.UTF_8));
    store.add(link, new LinkStore.Secret(token.hash(), sealed, password));
    audit.record(deed("link", link).by(by.value()));
    return Outcome.done(link);
  }

  private static Deed deed(String action, Link link) {
    return Deed.of("files", action).on("entry", link.entry().value());
  }

  /** Whether this person may see its address and end it: its maker, and who keeps the workspace. */
  static boolean minds(Pass pass, Link link) {
    return pass.keeps() || link.madeBy().equals(pass.viewer().id());
  }

  /** The paths of their pages, by their ids: of those alone that this person minds. */
  @Transactional(readOnly = true)
  Map<UUID, String> paths(Pass pass, List<Link> links) {
    var mine = links.stream().filter(link -> minds(Files.checked(pass), link)).map(Link::id);
    var paths = new HashMap<UUID, String>();
    store
        .sealed(mine.toList())
        .forEach((id, sealed) ->
            paths.put(id, "/s/" + new String(seal.open(SEAL, id, sealed), StandardCharsets.UTF_8)));
    return paths;
  }

  private static void require(boolean allowed) {
    if (!allowed) {
      throw new NotFound();
    }
  }

  /**
   * @return what it led to
   */
  @Transactional
  EntryId end(Pass pass, UUID id) {
    var link = store.find(Files.checked(pass).workspace().id(), id).orElseThrow(NotFound::new);
    require(minds(pass, link));
    require(store.end(id, pass.viewer().id(), clock.instant()));
    audit.record(deed("end-link", link).by(pass.viewer().id().value()));
    return link.entry();
  }

  @ApplicationModuleListener
  void left(AccessEnded event) {
    end(event);
  }

  /** Whoever can't come in any more shows nobody else in. Answers how many links that ended. */
  int end(AccessEnded event) {
    return house.call(() ->
        workspaces.people(event.workspace(), Area.FILES).contains(event.person())
            ? 0
            : store.endOf(event.workspace(), event.person(), clock.instant()));
  }
}
