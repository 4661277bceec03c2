package org.diestra.money.transfers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diestra.money.payments.Receipts;
import org.diestra.money.payments.Receipts.Expected;
import org.diestra.platform.banking.BankLine;
import org.diestra.platform.base.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out whose lines are, by what stands in them alone. */
@Component
class Matching {
  private static final Pattern CODE =
      Pattern.compile("(?<![0-9A-Za-z])[0-9A-Za-z]{22}(?![0-9A-Za-z])");
  private final ReferenceStore references;
  private final SendBackStore sendBacks;
  private final LineStore lines;
  private final Receipts receipts;

  Matching(ReferenceStore references, SendBackStore sendBacks, LineStore lines, Receipts receipts) {
    this.references = references;
    this.sendBacks = sendBacks;
    this.lines = lines;
    this.receipts = receipts;
  }

  /**
   * What is known of some lines, each by its place.
   *
   * @param payments for which they came in
   * @param left refunds that they carried out
   * @param cameBack refunds that came back from the bank
   * @param asides lines that were sent back whence they came
   */
  record Known(
      Map<Integer, Expected> payments,
      Map<Integer, SendBack> left,
      Map<Integer, SendBack> cameBack,
      Map<Integer, Line> asides) {}

  /** With the rights of the house, in four statements however many lines there are. */
  Known of(CollectingAccount account, List<BankLine> all) {
    var named = all.stream().map(Matching::references).toList();
    var payments = payments(account, named);
    var codes = all.stream().flatMap(line -> codes(line).stream()).distinct().toList();
    var backs =
        sendBacks.named(codes).stream()
            .filter(b -> b.back().amount().currency().equals(account.currency()))
            .collect(Collectors.toMap(b -> b.back().endToEnd(), Lines::new));
    var known = new Known(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
    wentOut(account, all, backs, known);
    for (int i = 0; i < all.size(); i++) {
      var line = all.get(i);
      var one = one(named.get(i), payments);
      var back = named(line, backs);
      if (line.in() && one != null) {
        known.payments().put(i, one);
      } else if (back != null && back.back().amount().equals(line.amount()) && back.out()) {
        known.cameBack().put(i, back.back());
        back.came = true;
      }
    }
    return known;
  }

  /** A refund, and which of its lines are there. */
  private static final class Lines {
    private final SendBack back;
    private boolean left;
    private boolean came;

    Lines(SendBackStore.Named named) {
      this.back = named.back();
      this.left = named.left();
      this.came = named.came();
    }

    SendBack back() {
      return back;
    }

    /** A second one that leaves, or one after it was called off, is for a person to look at. */
    boolean leaves() {
      return !left && back.state() != SendBack.State.REFUSED;
    }

    /** Only what has left can come back, and only once. */
    boolean out() {
      return !came && (left || back.state() == SendBack.State.PAID);
    }
  }

  private void wentOut(
      CollectingAccount account, List<BankLine> all, Map<String, Lines> backs, Known known) {
    var asides = asides(account, all);
    for (int i = 0; i < all.size(); i++) {
      var line = all.get(i);
      var back = named(line, backs);
      var aside = named(line, asides);
      if (back != null && back.back().amount().equals(line.amount().negated()) && back.leaves()) {
        known.left().put(i, back.back());
        back.left = true;
      } else if (aside != null && aside.amount().equals(line.amount().negated())) {
        known.asides().put(i, aside);
        asides.remove(Ids.text(aside.id()));
      }
    }
  }

  private static Set<CreditorReference> references(BankLine line) {
    return line.in() && !line.several()
        ? CreditorReference.in(List.of(line.words(), line.endToEnd()))
        : Set.of();
  }

  /** What a line is called by us: many banks have only one field for what people type. */
  private static List<String> codes(BankLine line) {
    if (line.several()) {
      return List.of();
    }
    var all = CODE.matcher(line.endToEnd() + " " + line.words());
    return all.results().map(MatchResult::group).filter(c -> Ids.read(c).isPresent()).toList();
  }

  private static <T> @Nullable T named(BankLine line, Map<String, T> all) {
    return codes(line).stream()
        .flatMap(c -> Stream.ofNullable(all.get(c)))
        .findFirst()
        .orElse(null);
  }

  private Map<CreditorReference, Expected> payments(
      CollectingAccount account, List<Set<CreditorReference>> named) {
    var all = named.stream().flatMap(Set::stream).collect(Collectors.toSet());
    var ids = references.payments(all);
    var expected =
        receipts.find(ids.values()).stream()
            .filter(e -> e.book().equals(account.book()))
            .collect(Collectors.toMap(Expected::payment, Function.identity()));
    var found = new HashMap<CreditorReference, Expected>();
    ids.forEach((reference, id) -> {
      var one = expected.get(id);
      if (one != null) {
        found.put(reference, one);
      }
    });
    return found;
  }

  /** The first of them; none where they are of different clients, for then a person has to look. */
  private static @Nullable Expected one(
      Collection<CreditorReference> named, Map<CreditorReference, Expected> payments) {
    var found = named.stream().flatMap(one -> Stream.ofNullable(payments.get(one))).toList();
    var clients = new HashSet<>(found.stream().map(Expected::client).toList());
    return clients.size() == 1 ? found.getFirst() : null;
  }

  private Map<String, Line> asides(CollectingAccount account, List<BankLine> all) {
    var ids = new ArrayList<UUID>();
    all.stream()
        .filter(line -> !line.in())
        .forEach(line -> codes(line).forEach(c -> Ids.read(c).ifPresent(ids::add)));
    return lines.asides(account.id(), ids).stream()
        .collect(Collectors.toMap(l -> Ids.text(l.id()), Function.identity()));
  }

  /** A line as it is first kept, before anybody looked at it. */
  static Line fresh(CollectingAccount account, BankLine read, Instant now) {
    return new Line(
        Ids.fresh(),
        account.id(),
        read.day(),
        read.amount(),
        read.party(),
        read.account(),
        read.words(),
        read.endToEnd(),
        Line.State.QUEUED,
        null,
        null,
        null,
        null,
        "",
        0,
        now,
        now);
  }
}
