package org.diestra.office.contacts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diestra.office.contacts.Keeping.Put;
import org.diestra.office.contacts.Turn.Way;
import org.diestra.office.contacts.Turn.What;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.vcard.Card;
import org.diestra.platform.vcard.CardFile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Contacts as files: brought in after a look at what they would change, and taken away. */
@Service
class Intakes {
  /** Bytes of a file. */
  static final int LARGEST = 20_000_000;

  /** Contacts of a file. */
  static final int MOST = 20_000;

  private static final Duration KEPT = Duration.ofDays(1);
  private static final int AT_ONCE = 500;
  private static final int HEAVIEST = 4_000_000; // bytes at once
  private final ReentrantLock reading = new ReentrantLock();
  private final IntakeStore intakes;
  private final CardStore cards;
  private final TwinStore twins;
  private final BookStore books;
  private final Keeping keeping;
  private final HouseRights house;
  private final Audit audit;
  private final Clock clock;

  Intakes(
      IntakeStore intakes,
      CardStore cards,
      TwinStore twins,
      BookStore books,
      Keeping keeping,
      HouseRights house,
      Audit audit,
      Clock clock) {
    this.intakes = intakes;
    this.cards = cards;
    this.twins = twins;
    this.books = books;
    this.keeping = keeping;
    this.house = house;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A contact that a file would bring.
   *
   * @param alike whether one that is there has its name, number or mail
   * @param fields what would change in one that is there
   */
  record Brought(Card card, Entry entry, boolean alike, List<String> fields) {
    /** What tells it from others of its name. */
    String beside() {
      return Stream.of(entry.organisation(), entry.mail(), entry.phone())
          .filter(s -> !s.isEmpty() && !s.equals(entry.title()))
          .collect(Collectors.joining(" · "));
    }
  }

  /**
   * What a file would do.
   *
   * @param same how many are there just so
   */
  record Look(
      List<Brought> fresh, List<Brought> changed, int same, List<CardFile.Refused> refused) {
    boolean any() {
      return !fresh.isEmpty() || !changed.isEmpty();
    }

    long alike() {
      return fresh.stream().filter(Brought::alike).count();
    }
  }

  private static Outcome<CardFile> read(byte[] body) {
    return ContactsCsv.isOne(body) ? ContactsCsv.read(body, MOST) : CardFile.read(body, MOST);
  }

  /**
   * Does something with a file as soon as nobody else does: it takes memory by its size, and a
   * connection to the database only then. Outside of any transaction.
   */
  public <T> T inTurn(Supplier<T> deed) {
    reading.lock();
    try {
      return deed.get();
    } finally {
      reading.unlock();
    }
  }

  /** Keeps a file for a look at it, in the place of the one that its bringer brought before. */
  @Transactional
  public Outcome<UUID> bring(Book book, byte[] body, PersonId by) {
    intakes.drop(book.workspace(), by);
    return switch (read(body)) {
      case Outcome.Refused<CardFile>(var why) -> Outcome.refused(why);
      case Outcome.Done<CardFile> readable -> {
        var intake = Ids.fresh();
        intakes.keep(intake, book.workspace(), by, body, clock.instant());
        yield Outcome.done(intake);
      }
    };
  }

  /**
   * @throws NotFound if the caller brought no such file, or a day ago
   */
  @Transactional(readOnly = true)
  public Look look(Book book, UUID intake) {
    var file = read(intakes.kept(intake, book.workspace()).orElseThrow(NotFound::new)).orFail();
    var known = Identified.of(file);
    var changes = new HashMap<String, List<String>>();
    cards.each(
        book.workspace(),
        known.keySet(),
        (uid, old) -> {
          var now = known.get(uid);
          if (now != null) {
            changes.put(
                uid,
                CardFile.one(old).fold(card -> Keeping.changed(card, now), why -> List.of("?")));
          }
        });
    var entries = new LinkedHashMap<String, Entry>();
    known.forEach((uid, card) -> entries.put(uid, Entry.of(card)));
    var traits = new LinkedHashSet<String>();
    entries.forEach((uid, entry) -> {
      if (!changes.containsKey(uid)) {
        traits.addAll(entry.traits());
      }
    });
    return sorted(file, known, entries, changes, twins.known(book.workspace(), traits));
  }

  private static Look sorted(
      CardFile file,
      Map<String, Card> known,
      Map<String, Entry> entries,
      Map<String, List<String>> changes,
      Set<String> traits) {
    var fresh = new ArrayList<Brought>();
    var changed = new ArrayList<Brought>();
    known.forEach((uid, card) -> {
      var entry = entries.getOrDefault(uid, Entry.of(card));
      var fields = changes.get(uid);
      if (fields == null) {
        boolean alike = entry.traits().stream().anyMatch(traits::contains);
        fresh.add(new Brought(card, entry, alike, List.of()));
      } else if (!fields.isEmpty()) {
        changed.add(new Brought(card, entry, false, fields));
      }
    });
    int same = file.cards().size() - fresh.size() - changed.size();
    return new Look(fresh, changed, same, file.refused());
  }

  /**
   * Takes in what the look showed; once.
   *
   * @throws TooMuch for more than the book holds
   */
  @Transactional
  public Look take(Book book, UUID intake, PersonId by) {
    // nothing else changes the book from here on, so that what is looked at is what is there
    books.hold(book.workspace());
    var look = look(book, intake);
    if (!intakes.drop(intake)) {
      throw new NotFound();
    }
    var puts = new ArrayList<Put>();
    look.fresh().forEach(one -> puts.add(put(one.card())));
    look.changed().forEach(one -> puts.add(put(one.card())));
    var uids = puts.stream().map(p -> p.card().uid()).toList();
    for (var some : bundles(puts, cards.bearing(book.workspace(), uids))) {
      if (keeping.put(book.workspace(), some, What.CHANGED, Way.FILE, by)
          instanceof Outcome.Refused<List<CardId>>(var why)) {
        throw new TooMuch(why);
      }
    }
    audit.record(
        Deed.of("contacts", "import")
            .on("workspace", book.workspace().value())
            .by(by.value())
            .with("fresh", look.fresh().size())
            .with("changed", look.changed().size()));
    return look;
  }

  /** Not all of it finds room; what was taken in by then is taken back with the transaction. */
  static final class TooMuch extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Refusal why;

    TooMuch(Refusal why) {
      super(why.key(), null, false, false);
      this.why = why;
    }

    Refusal why() {
      return why;
    }
  }

  private static Put put(Card card) {
    return new Put(Ids.text(Ids.fresh()) + ".vcf", card, card.bytes());
  }

  /** What is there already is read with what takes its place, and weighs as well. */
  private static List<List<Put>> bundles(List<Put> all, Map<String, Held> there) {
    var out = new ArrayList<List<Put>>();
    var some = new ArrayList<Put>();
    int weight = 0;
    for (var put : all) {
      some.add(put);
      var old = there.get(put.card().uid());
      weight += put.body().length + (old == null ? 0 : old.size());
      if (some.size() >= AT_ONCE || weight > HEAVIEST) {
        out.add(List.copyOf(some));
        some.clear();
        weight = 0;
      }
    }
    if (!some.isEmpty()) {
      out.add(List.copyOf(some));
    }
    return out;
  }

  /** Throws away what was brought a day ago and not taken in. */
  @Transactional
  public void forget() {
    house.call(() -> intakes.forget(clock.instant().minus(KEPT)));
  }

  /** All of a book, written to where it goes, each card as it is kept. */
  @Transactional(readOnly = true)
  public void write(Book book, Writer out) {
    cards.each(
        book.workspace(),
        (uid, body) -> {
          try {
            var text = new String(body, StandardCharsets.UTF_8);
            out.write(text.startsWith("\uFEFF") ? text.substring(1) : text);
            if (!text.endsWith("\n")) {
              out.write("\r\n");
            }
          } catch (IOException gone) {
            throw new UncheckedIOException(gone);
          }
        });
  }
}
