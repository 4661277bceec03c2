package org.diestra.platform.accounts;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.blobs.BlobId;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to people: who has an account, and what they told the house about themselves. */
@Service
public class Accounts {
  private final AccountStore store;
  private final Organisations organisations;
  private final Audit audit;
  private final Clock clock;

  Accounts(AccountStore store, Organisations organisations, Audit audit, Clock clock) {
    this.store = store;
    this.organisations = organisations;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Opens an account, with an organisation of its own for a client. Idempotent by address: where
   * one stands already, it is answered and nothing changes.
   */
  @Transactional
  public PersonId open(NewPerson person) {
    var id = new PersonId(Ids.fresh());
    if (!store.add(id, person, clock.instant())) {
      return store.byEmail(person.email()).orElseThrow();
    }
    audit.record(Deed.of("accounts", "open").by(id.value()).on("person", id.value()));
    if (person.organisation() != null) {
      organisations.open(id, person.organisation(), person.zone(), person.currency());
    }
    return id;
  }

  public Optional<PersonId> byEmail(EmailAddress email) {
    return store.byEmail(email);
  }

  /** Everything a page needs to know of who looks at it, in one statement. */
  public Optional<Viewer> viewer(PersonId person) {
    return store.viewer(person);
  }

  /** The same for a request that the person makes: empty for somebody who is kept out. */
  public Optional<Viewer> visitor(PersonId person) {
    return store.visitor(person);
  }

  /** How to reach a person, and in which language and zone. */
  public Optional<Contact> contact(PersonId person) {
    return Optional.ofNullable(store.contacts(java.util.List.of(person)).get(person));
  }

  /** The same for many, in one statement; unknown ids are left out. */
  public Map<PersonId, Contact> contacts(Collection<PersonId> people) {
    return people.isEmpty() ? Map.of() : store.contacts(people);
  }

  /** Their names alone, in one statement; unknown ids are left out. */
  public Map<PersonId, String> names(Collection<PersonId> people) {
    return contacts(people).values().stream().collect(Collectors.toMap(Contact::id, Contact::name));
  }

  /** Changes what the person chose; what is null in a choice stays as it was. */
  @Transactional
  public void change(PersonId person, Choices choices) {
    if (!store.change(person, choices)) {
      throw new NotFound();
    }
    audit.record(Deed.of("accounts", "change").by(person.value()).on("person", person.value()));
  }

  @Transactional
  public void chooseLocale(PersonId person, Locale locale) {
    store.chooseLocale(person, locale);
  }

  /**
   * @param theme light or dark, or null for what the device prefers
   */
  @Transactional
  public void chooseTheme(PersonId person, @Nullable String theme) {
    store.chooseTheme(person, theme);
  }

  /**
   * @param photo a file this person brought, or null to take the photo away
   */
  @Transactional
  public void choosePhoto(PersonId person, @Nullable BlobId photo) {
    store.choosePhoto(person, photo);
    audit.record(Deed.of("accounts", "photo").by(person.value()).on("person", person.value()));
  }

  /** From now on the person also offers services here. Asking twice changes nothing. */
  @Transactional
  public void offerServices(PersonId person) {
    store.offerServices(person);
  }

  /** Who keeps the house and is not suspended. */
  @Transactional(readOnly = true)
  public List<PersonId> operators() {
    return store.operators();
  }

  /** Lets a person keep the house. Only the set-up and other operators may call it. */
  @Transactional
  public void makeOperator(PersonId person, @Nullable PersonId by) {
    store.makeOperator(person);
    audit.record(
        Deed.of("accounts", "make-operator")
            .by(by == null ? null : by.value())
            .on("person", person.value()));
  }

  /**
   * Takes the keys of the house from somebody.
   *
   * @throws NotFound if that person does not have them
   */
  @Transactional
  public Outcome<PersonId> dismissOperator(PersonId person, PersonId by) {
    if (!anotherKeeps(person)) {
      return Outcome.refused(Refusal.conflict("accounts.operators.last"));
    }
    if (!store.dismissOperator(person)) {
      throw new NotFound();
    }
    audit.record(
        Deed.of("accounts", "dismiss-operator").by(by.value()).on("person", person.value()));
    return Outcome.done(person);
  }

  /**
   * Whether the house is kept without that person. The keepers are held until the transaction ends,
   * so that two of them can't dismiss each other at once.
   */
  boolean anotherKeeps(PersonId person) {
    return store.lockedOperators().stream().anyMatch(other -> !other.equals(person));
  }

  /** What the settings page changes. */
  public record Choices(String name, Locale locale, ZoneId zone, Currency currency) {}

  /** How to reach somebody. */
  public record Contact(
      PersonId id,
      String name,
      String email,
      Locale locale,
      ZoneId zone,
      Currency currency,
      @Nullable BlobId photo) {
    /** Where the photo is served, or null. */
    public @Nullable String photoUrl() {
      return Portraits.url(id, photo);
    }
  }
}
