package org.diestra.office.vault;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diestra.office.vault.Item.Head;
import org.diestra.office.vault.ItemStore.Wanted;
import org.diestra.office.vault.Use.What;
import org.diestra.office.workspaces.Pass;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.OneTimeCode;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.HouseRights;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to a workspace's secrets. Whatever opens one is written down in the same transaction.
 */
@Service
class Vault {
  static final int PAGE = 50;

  /** How often a person opens something within an hour; whoever needs more is copying all of it. */
  static final int OPENINGS = 60;

  private static final int FORMER = 10;
  private static final Duration HOUR = Duration.ofHours(1);
  private final ItemStore store;
  private final SecretStore secrets;
  private final FormerStore former;
  private final UseStore uses;
  private final UseLog log;
  private final DutyStore duties;
  private final Keyring keyring;
  private final HouseRights house;
  private final Clock clock;

  Vault(
      ItemStore store,
      SecretStore secrets,
      FormerStore former,
      UseStore uses,
      UseLog log,
      DutyStore duties,
      Keyring keyring,
      HouseRights house,
      Clock clock) {
    this.store = store;
    this.secrets = secrets;
    this.former = former;
    this.uses = uses;
    this.log = log;
    this.duties = duties;
    this.keyring = keyring;
    this.house = house;
    this.clock = clock;
  }

  /**
   * @throws NotFound if there is none that this person reaches
   */
  @Transactional(readOnly = true)
  public Item get(Pass pass, ItemId id) {
    return store.find(id).filter(item -> item.reachedBy(pass)).orElseThrow(NotFound::new);
  }

  /** What this person reaches, by name; one more than a page holds where there is more. */
  @Transactional(readOnly = true)
  public List<Item> list(Pass pass, Wanted wanted) {
    return store.list(wanted, PAGE + 1).stream().filter(item -> item.reachedBy(pass)).toList();
  }

  /** When each of these was opened last: by anybody for keepers, else by the viewer. */
  @Transactional(readOnly = true)
  public Map<ItemId, Instant> lastUsed(List<Item> items) {
    return items.isEmpty() ? Map.of() : uses.lastByItem(items.stream().map(Item::id).toList());
  }

  /**
   * What was done with it, the latest first: all for keepers, else what the viewer did. One more
   * than a page holds where there is more.
   *
   * @param before the last of the page before, or null
   */
  @Transactional(readOnly = true)
  public List<Use> history(Pass pass, ItemId id, @Nullable UUID before) {
    return uses.of(get(pass, id).id(), before, PAGE + 1);
  }

  /** What of a secret is shown without being asked for, and which hidden parts there are. */
  @Transactional(readOnly = true)
  public Secret known(Pass pass, ItemId id) {
    return opened(get(pass, id));
  }

  private Secret opened(Item item) {
    var sealed = secrets.sealed(item.id()).orElseThrow(NotFound::new);
    return keyring.open(item.workspace(), item.id(), sealed);
  }

  /**
   * @throws NotFound if the person does not work in that area, or would mask or keep it without
   *     keeping the workspace
   */
  @Transactional
  public Item add(Pass pass, Head head, Secret secret) {
    requireMayKeep(pass, head);
    var now = clock.instant();
    var by = pass.viewer().id();
    var workspace = pass.workspace().id();
    var item = new Item(new ItemId(Ids.fresh()), workspace, head, 1, by, now, by, now, now, null);
    store.add(List.of(item), null);
    seal(item, secret);
    log.write(pass, item, What.ADDED, null);
    return item;
  }

  private void seal(Item item, Secret secret) {
    secrets.seal(item.workspace(), keyring.close(item.workspace(), Map.of(item.id(), secret)));
  }

  private static void requireMayKeep(Pass pass, Head head) {
    pass.requireWorks(head.area());
    if (head.kept() || head.masked()) {
      pass.requireKeeps();
    }
  }

  /**
   * @param seen the version that the form was made from
   * @param secret all of it as it is to be
   */
  @Transactional
  public Outcome<Item> change(Pass pass, ItemId id, int seen, Head head, Secret secret) {
    var before = get(pass, id);
    var wanted = head(pass, before, head);
    if (before.removedAt() != null || before.version() != seen) {
      return refused(Refusal.conflict("vault.conflict.moved"));
    }
    var now = clock.instant();
    var sealed = secrets.sealed(id).orElseThrow(NotFound::new);
    var old = keyring.open(before.workspace(), id, sealed);
    boolean fresh = secret.changed(old);
    var after =
        new Item(
            id,
            before.workspace(),
            wanted,
            before.version() + 1,
            before.createdBy(),
            before.createdAt(),
            pass.viewer().id(),
            now,
            fresh ? now : before.secretAt(),
            null);
    if (!store.change(after)) {
      return refused(Refusal.conflict("vault.conflict.moved"));
    }
    seal(after, secret);
    house.call(() -> {
      if (!secret.equals(old)) {
        former.keep(before, sealed, pass.viewer().id(), now);
      }
      if (fresh) {
        duties.changed(id, pass.viewer().id(), now);
      }
      return id;
    });
    log.changed(pass, after, Changes.between(before.head(), wanted, old, secret));
    return done(after);
  }

  /** What it was before its last changes, for those who keep the workspace. */
  @Transactional(readOnly = true)
  public List<Former> former(Pass pass, ItemId id) {
    return pass.keeps() ? former.of(get(pass, id).id(), FORMER) : List.of();
  }

  /** It is again what it was; what it is now stays beside it. */
  @Transactional
  public Outcome<Item> bringBack(Pass keeper, ItemId id, int version) {
    keeper.requireKeeps();
    var item = present(keeper, id);
    var sealed = former.sealed(new Former.Id(id, version)).orElseThrow(NotFound::new);
    var secret = keyring.open(item.workspace(), id, sealed);
    return change(keeper, id, item.version(), item.head(), secret);
  }

  /** Who may look and who reaches it is for those who keep the workspace to say. */
  private static Head head(Pass pass, Item before, Head head) {
    return pass.keeps()
        ? head
        : new Head(
            before.head().area(),
            before.head().kind(),
            head.name(),
            head.site(),
            before.head().masked(),
            before.head().kept());
  }

  /**
   * A hidden part of it, to be shown or, where it is masked, to be copied.
   *
   * @param shown whether the page may show it
   */
  record Opened(Item item, Field field, String text, boolean shown) {}

  @Transactional
  public Outcome<Opened> open(Pass pass, ItemId id, Field field) {
    var item = present(pass, id);
    if (field == Field.CODES) {
      throw new NotFound(); // codes are made of it, and nothing else
    }
    var secret = opened(item);
    var text = secret.part(field);
    if (text == null) {
      throw new NotFound();
    }
    if (tooOften(pass)) {
      return refused(Refusal.limit("vault.limit", OPENINGS));
    }
    boolean shown = !item.masks(pass);
    log.write(pass, item, shown ? What.REVEALED : What.COPIED, field);
    return done(new Opened(item, field, text, shown));
  }

  private Item present(Pass pass, ItemId id) {
    var item = get(pass, id);
    if (item.removedAt() != null) {
      throw new NotFound();
    }
    return item;
  }

  private boolean tooOften(Pass pass) {
    var since = clock.instant().minus(HOUR);
    return uses.opened(pass.workspace().id(), pass.viewer().id(), since) >= OPENINGS;
  }

  /**
   * A one-time code.
   *
   * @param seconds for which it still holds
   */
  record Code(Item item, String digits, long seconds) {}

  @Transactional
  public Outcome<Code> code(Pass pass, ItemId id) {
    var item = present(pass, id);
    var seed = opened(item).part(Field.CODES);
    var codes = seed == null ? null : OneTimeCode.read(seed).orElse(null);
    if (codes == null) {
      throw new NotFound();
    }
    if (tooOften(pass)) {
      return refused(Refusal.limit("vault.limit", OPENINGS));
    }
    log.write(pass, item, What.CODE, null);
    var now = clock.instant();
    long left = Duration.between(now, codes.until(now)).toSeconds();
    return done(new Code(item, codes.code(codes.step(now)), left));
  }
}
