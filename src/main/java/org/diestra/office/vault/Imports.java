package org.diestra.office.vault;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.diestra.office.vault.Item.Head;
import org.diestra.office.vault.ManagerCsv.Entry;
import org.diestra.office.workspaces.Pass;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.CsvRows;
import org.diestra.platform.base.Folded;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.OneTimeCode;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Brings in what a password manager exported: all of it that can be, and says what could not. */
@Service
class Imports {
  static final int MOST = 1_000;
  static final int LONGEST = 2_000_000; // bytes
  private static final CsvRows.Bounds BOUNDS = new CsvRows.Bounds(MOST + 1, 60, 20_000);
  private final ItemStore store;
  private final SecretStore secrets;
  private final UseStore uses;
  private final Keyring keyring;
  private final Audit audit;
  private final Clock clock;

  Imports(
      ItemStore store,
      SecretStore secrets,
      UseStore uses,
      Keyring keyring,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.secrets = secrets;
    this.uses = uses;
    this.keyring = keyring;
    this.audit = audit;
    this.clock = clock;
  }

  /** A row that was left out, or came in without a part of it. */
  record Left(int line, String name, String key) {}

  /**
   * @param batch by which all of it can be taken back
   */
  record Brought(UUID batch, int added, List<Left> left) {}

  /**
   * All or, where it can't be read at all, nothing. What is there already by the same name, site
   * and user is left as it is.
   *
   * @param kept whether it is for those alone who keep the workspace
   */
  @Transactional
  public Outcome<Brought> bring(Pass keeper, Area area, boolean kept, byte[] file) {
    keeper.requireKeeps();
    keeper.requireWorks(area);
    ManagerCsv csv;
    try {
      csv = ManagerCsv.read(CsvRows.read(file, BOUNDS)).orElse(null);
    } catch (CsvRows.Unreadable e) {
      return refused(unreadable(e));
    }
    if (csv == null) {
      return refused(Refusal.invalid("file", "vault.import.columns"));
    }
    var left = new ArrayList<Left>();
    csv.unread().forEach(column -> left.add(new Left(1, column, "vault.import.unread")));
    var found = secrets(keeper, area, kept, csv, left);
    var batch = Ids.fresh();
    add(keeper, found, batch);
    return done(new Brought(batch, found.size(), left));
  }

  private static Refusal unreadable(CsvRows.Unreadable e) {
    return switch (e.fault()) {
      case NO_TEXT -> Refusal.invalid("file", "vault.import.no-text");
      case QUOTE -> Refusal.invalid("file", "vault.import.quote", e.line());
      case WIDE -> Refusal.invalid("file", "vault.import.wide", e.line());
      case MANY -> Refusal.invalid("file", "vault.import.many", MOST);
    };
  }

  private Map<Item, Secret> secrets(
      Pass keeper, Area area, boolean kept, ManagerCsv csv, List<Left> left) {
    var there = users(keeper);
    var found = new HashMap<Item, Secret>();
    for (var entry : csv.entries()) {
      var fault = entry.fault();
      if (fault == null && !there.add(same(entry.name(), entry.site(), entry.username()))) {
        fault = "vault.import.there";
      }
      if (fault != null) {
        left.add(new Left(entry.line(), entry.name(), fault));
        continue;
      }
      found.put(item(keeper, area, kept, entry), secret(entry, left));
    }
    return found;
  }

  /** By name, site and user: many have two accounts at one site. */
  private Set<String> users(Pass keeper) {
    var workspace = keeper.workspace().id();
    var items = store.all(workspace);
    var opened = keyring.open(workspace, secrets.of(workspace));
    var users = new HashSet<String>();
    for (var item : items) {
      var secret = opened.get(item.id());
      var user = secret == null ? null : secret.part(Field.USERNAME);
      users.add(same(item.head().name(), item.head().site(), user == null ? "" : user));
    }
    return users;
  }

  private static String same(String name, String site, String user) {
    return Folded.of(String.join("\n", name, site, user));
  }

  private Item item(Pass keeper, Area area, boolean kept, Entry entry) {
    var now = clock.instant();
    var by = keeper.viewer().id();
    var kind = entry.login() ? Kind.LOGIN : Kind.NOTE;
    var head = new Head(area, kind, entry.name(), entry.site(), false, kept);
    return new Item(
        new ItemId(Ids.fresh()), keeper.workspace().id(), head, 1, by, now, by, now, now, null);
  }

  private static Secret secret(Entry entry, List<Left> left) {
    var parts = new EnumMap<Field, String>(Field.class);
    parts.put(Field.TEXT, entry.notes());
    if (entry.login()) {
      parts.put(Field.USERNAME, entry.username());
      parts.put(Field.PASSWORD, entry.password());
    }
    var codes = OneTimeCode.read(entry.codes());
    codes.ifPresent(seed -> parts.put(Field.CODES, seed.address()));
    if (codes.isEmpty() && !entry.codes().isEmpty()) {
      left.add(new Left(entry.line(), entry.name(), "vault.import.codes"));
    }
    return new Secret(parts);
  }

  private void add(Pass keeper, Map<Item, Secret> found, UUID batch) {
    var workspace = keeper.workspace().id();
    var byId = new HashMap<ItemId, Secret>();
    found.forEach((item, secret) -> byId.put(item.id(), secret));
    if (!found.isEmpty()) {
      store.add(found.keySet(), batch);
      secrets.seal(workspace, keyring.close(workspace, byId));
      uses.imported(workspace, byId.keySet(), keeper.viewer().id(), clock.instant());
    }
    audit.record(
        Deed.of("vault", "import")
            .by(keeper.viewer().id().value())
            .onBehalfOf(keeper.workspace().organisation().value())
            .with("items", String.valueOf(found.size())));
  }
}
