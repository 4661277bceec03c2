package org.diestra.office.contacts;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.diestra.office.contacts.CardStore.Kept;
import org.diestra.office.contacts.HistoryStore.Done;
import org.diestra.office.contacts.Turn.Way;
import org.diestra.office.contacts.Turn.What;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.vcard.Card;
import org.diestra.platform.vcard.CardFile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * All that changes a book, whichever way it comes: counted, found again, written down, and what it
 * was before kept. Within the transaction that holds the book.
 */
@Component
class Keeping {
  static final int MOST = 50_000;
  static final long MOST_BYTES = 1_000_000_000;
  private final BookStore books;
  private final CardStore cards;
  private final WasteStore waste;
  private final HistoryStore history;
  private final Audit audit;
  private final Clock clock;

  Keeping(
      BookStore books,
      CardStore cards,
      WasteStore waste,
      HistoryStore history,
      Audit audit,
      Clock clock) {
    this.books = books;
    this.cards = cards;
    this.waste = waste;
    this.history = history;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A card that is to stand in the book.
   *
   * @param name its address, where it is new
   * @param body its bytes, which read as the card
   * @param id which one it is if it is new, or null for a fresh one
   */
  record Put(String name, Card card, byte[] body, @Nullable CardId id) {
    Put(String name, Card card, byte[] body) {
      this(name, card, body, null);
    }

    /** Whether it can be read again as it is kept. */
    boolean fits() {
      return body.length <= Card.LARGEST && card.lines().size() <= Card.MOST_LINES;
    }

    CardId fresh() {
      return id == null ? new CardId(Ids.fresh()) : id;
    }
  }

  /**
   * Keeps each in the place of the one of its UID, or as a new one.
   *
   * @param what happened to those that were there
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Outcome<List<CardId>> put(
      WorkspaceId workspace, List<Put> puts, What what, Way way, PersonId by) {
    if (!puts.stream().allMatch(Put::fits)) {
      return Outcome.refused(
          Refusal.limit("contacts.large", Card.LARGEST / 1_000, Card.MOST_LINES));
    }
    var held = books.hold(workspace);
    var there = cards.bearing(workspace, puts.stream().map(p -> p.card().uid()).toList());
    var before = new HashMap<String, byte[]>();
    cards.each(workspace, there.keySet(), before::put);
    long grown = 0;
    for (var put : puts) {
      var old = there.get(put.card().uid());
      grown += put.body().length - (old == null ? 0 : old.size());
    }
    int fresh = puts.size() - there.size();
    if (fresh > 0 && held.cards() + fresh > MOST
        || grown > 0 && held.bytes() + grown > MOST_BYTES) {
      return Outcome.refused(Refusal.limit("contacts.full", MOST, MOST_BYTES / 1_000_000));
    }
    long change = books.count(workspace, puts.size(), fresh, grown) - puts.size();
    var kept = new ArrayList<Kept>();
    var done = new ArrayList<Done>();
    for (var put : puts) {
      var old = there.get(put.card().uid());
      var id = old == null ? put.fresh() : old.id();
      var entry = Entry.of(put.card());
      kept.add(
          new Kept(
              id, put.name(), put.card().uid(), put.body(), put.card().group(), entry, ++change));
      done.add(
          old == null
              ? new Done(id, what == What.CHANGED ? What.ADDED : what, way, List.of(), null)
              : done(id, put.card(), before.get(put.card().uid()), what, way));
    }
    cards.put(workspace, kept, by, clock.instant());
    history.write(workspace, done, by, clock.instant());
    return Outcome.done(kept.stream().map(Kept::id).toList());
  }

  private static Done done(CardId id, Card now, byte @Nullable [] before, What what, Way way) {
    var fields =
        before != null && CardFile.one(before) instanceof Outcome.Done<Card>(var old)
            ? changed(old, now)
            : List.<String>of();
    return new Done(id, what, way, fields, before);
  }

  /** Names of the lines that are not the same in both. */
  static List<String> changed(Card one, Card other) {
    var names = new TreeSet<String>();
    var before = lines(one);
    var after = lines(other);
    before.forEach((name, said) -> {
      if (!said.equals(after.get(name))) {
        names.add(name);
      }
    });
    after.keySet().stream().filter(name -> !before.containsKey(name)).forEach(names::add);
    names.removeAll(List.of("REV", "PRODID", "VERSION"));
    return names.stream().map(name -> name.replaceAll("[^A-Z0-9-]", "")).limit(20).toList();
  }

  private static Map<String, List<String>> lines(Card card) {
    var all = new HashMap<String, List<String>>();
    for (var line : card.lines()) {
      all.computeIfAbsent(line.name(), n -> new ArrayList<>())
          .add(line.types().stream().sorted().toList() + line.value());
    }
    all.values().forEach(said -> said.sort(null));
    return all;
  }

  /**
   * Takes a card out; it can come back for a month.
   *
   * @param merged into which other, or null
   * @throws NotFound if it is not there as it was
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void remove(
      WorkspaceId workspace, Held card, @Nullable UUID merged, Way way, PersonId by) {
    books.hold(workspace);
    long change = books.count(workspace, 1, -1, 0);
    waste.add(workspace, card.id(), merged, by, clock.instant());
    if (!cards.remove(workspace, card, change)) {
      throw new NotFound();
    }
    var what = merged == null ? What.REMOVED : What.MERGED;
    history.write(
        workspace, List.of(new Done(card.id(), what, way, List.of(), null)), by, clock.instant());
    tell(workspace, what == What.REMOVED ? "remove" : "merge", card.id(), by);
  }

  void tell(WorkspaceId workspace, String action, CardId card, PersonId by) {
    audit.record(
        Deed.of("contacts", action)
            .on("contact", card.value())
            .by(by.value())
            .with("workspace", workspace.toString()));
  }
}
