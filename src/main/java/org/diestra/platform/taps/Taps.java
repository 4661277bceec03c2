package org.diestra.platform.taps;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Accounts.Contact;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Hash;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Caller;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.taps.Shown.Choice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The door: makes a link for a mail, shows what it decides, and decides it. */
@Service
public class Taps {
  private static final Logger log = LoggerFactory.getLogger(Taps.class);

  /** For how long a link decides. */
  public static final Duration LASTS = Duration.ofDays(7);

  static final String PATH = "/tap/";

  /** What the audit says of a deed that came this way. */
  static final String WAY = "link-in-mail";

  private static final Duration KEPT = Duration.ofDays(30);
  private final Map<String, Tap> kinds = new HashMap<>();
  private final TapStore store;
  private final Signs signs;
  private final Accounts accounts;
  private final HouseRights house;
  private final TransactionTemplate transaction;
  private final Audit audit;
  private final Clock clock;

  Taps(
      List<Tap> all,
      TapStore store,
      Signs signs,
      Accounts accounts,
      HouseRights house,
      TransactionTemplate transaction,
      Audit audit,
      Clock clock) {
    all.forEach(tap -> kinds.put(tap.kind(), tap));
    this.store = store;
    this.signs = signs;
    this.accounts = accounts;
    this.house = house;
    this.transaction = transaction;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A decision for a mail.
   *
   * @param path of the link, with its secret: such a letter is forgotten once it is sent
   */
  public record Made(Shown shown, String path) {}

  /**
   * A link for somebody's mail, in its transaction; empty where there is nothing for them to decide
   * by one now.
   */
  @Transactional
  public Optional<Made> make(Contact reader, Offer offer) {
    var tap = kinds.get(offer.kind());
    var viewer = accounts.visitor(reader.id());
    if (tap == null || viewer.isEmpty()) {
      return Optional.empty();
    }
    var shown = asked(tap, viewer.get(), offer);
    if (shown.isEmpty()) {
      return Optional.empty();
    }
    var now = clock.instant();
    var link =
        new Link(
            Ids.fresh(),
            reader.id(),
            offer,
            address(reader),
            now.plus(LASTS).truncatedTo(ChronoUnit.SECONDS),
            null);
    house.call(() -> {
      store.add(link, now);
      return link;
    });
    return Optional.of(new Made(shown.get(), PATH + signs.token(link)));
  }

  /** Back to where it was, whatever comes of it: a letter goes out without a link then. */
  private Optional<Shown> asked(Tap tap, Viewer viewer, Offer offer) {
    try {
      return house.callAs(
          viewer.id().value(), () -> tap.shown(viewer, offer.subject(), offer.seen()));
    } catch (NotFound notTheirs) {
      return Optional.empty();
    } catch (RuntimeException e) {
      log.error("what is to be decided by a link can't be shown: {}", offer.kind(), e);
      return Optional.empty();
    }
  }

  private static String address(Contact reader) {
    return Hash.of(reader.email().toLowerCase(Locale.ROOT));
  }

  /**
   * What a link is for, in the eyes of who holds it.
   *
   * @param used whether it has decided
   * @param shown what it decides; empty where it decides nothing any more
   */
  record Look(Link link, Viewer viewer, boolean used, Optional<Shown> shown) {}

  /**
   * Looks and changes nothing.
   *
   * @throws NotFound for what the house did not sign, or whoever is no longer let in
   */
  Look look(String token) {
    var link = link(token, false);
    var viewer = visitor(link);
    boolean over = link.usedAt() != null || over(link);
    var shown = over ? Optional.<Shown>empty() : shown(link, viewer);
    return new Look(link, viewer, link.usedAt() != null, shown);
  }

  private Optional<Shown> shown(Link link, Viewer viewer) {
    try {
      var offer = link.offer();
      return as(viewer, () -> tap(link).shown(viewer, offer.subject(), offer.seen()));
    } catch (NotFound notTheirs) {
      return Optional.empty(); // any more; its transaction is over
    }
  }

  private Link link(String token, boolean hold) {
    return signs
        .id(token)
        .flatMap(id -> house.call(() -> store.find(id, hold)))
        .filter(link -> signs.signed(token, link))
        .orElseThrow(NotFound::new);
  }

  /** Whoever is kept out decides nothing, nor does who holds a mailbox that was given up. */
  private Viewer visitor(Link link) {
    boolean there =
        accounts.contact(link.person()).filter(c -> address(c).equals(link.to())).isPresent();
    return accounts.visitor(link.person()).filter(v -> there).orElseThrow(NotFound::new);
  }

  private boolean over(Link link) {
    return !clock.instant().isBefore(link.expires());
  }

  private Tap tap(Link link) {
    return Optional.ofNullable(kinds.get(link.offer().kind())).orElseThrow(NotFound::new);
  }

  /** With that person's rights: bound before the transaction, as row security asks for it. */
  private <T> T as(Viewer viewer, Supplier<T> action) {
    return Caller.person(viewer.id().value())
        .call(() -> Objects.requireNonNull(transaction.execute(tx -> action.get())));
  }

  /** What came of it. */
  sealed interface Answer {
    record Done(Shown shown, Choice choice) implements Answer {}

    record Refused(Shown shown, Refusal why) implements Answer {}

    /** It decides nothing any more. */
    record Over(boolean used) implements Answer {}
  }

  /**
   * Decides: once, however often it is sent, and only what was shown.
   *
   * @param choice the value of one of the choices
   * @throws NotFound as {@link #look}
   */
  Answer decide(String token, String choice) {
    var viewer = visitor(link(token, false));
    try {
      return as(viewer, () -> decided(token, viewer, choice));
    } catch (NotFound notTheirs) {
      return new Answer.Over(false);
    }
  }

  private Answer decided(String token, Viewer viewer, String choice) {
    var link = link(token, true);
    if (link.usedAt() != null || over(link)) {
      return new Answer.Over(link.usedAt() != null);
    }
    var tap = tap(link);
    var offer = link.offer();
    var shown = tap.shown(viewer, offer.subject(), offer.seen()).orElse(null);
    if (shown == null) {
      return new Answer.Over(false);
    }
    var chosen =
        shown.choices().stream().filter(c -> c.value().equals(choice)).findFirst().orElse(null);
    if (chosen == null) {
      throw new NotFound();
    }
    var outcome =
        Audit.through(WAY, () -> tap.decide(viewer, offer.subject(), offer.seen(), choice));
    if (outcome instanceof Outcome.Refused<?>(var why)) {
      return new Answer.Refused(shown, why);
    }
    house.call(() -> {
      store.used(link.id(), choice, clock.instant());
      return link;
    });
    audit.record(
        Deed.of("taps", "decide")
            .by(viewer.id().value())
            .on("link", link.id())
            .with("kind", offer.kind())
            .with("subject", offer.subject().toString()));
    return new Answer.Done(shown, chosen);
  }

  void sweep() {
    house.call(() -> store.forget(clock.instant().minus(KEPT)));
  }
}
