package org.diestra.office.letters;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.diestra.office.contacts.Addressees;
import org.diestra.office.contacts.Books;
import org.diestra.office.contacts.CardId;
import org.diestra.office.letters.Mailing.Piece;
import org.diestra.office.letters.Merge.Drawn;
import org.diestra.office.letters.Merge.Recipient;
import org.diestra.office.workspaces.Pass;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to what is written from templates: a look at it, keeping it, and what went out. */
@Service
class Mailings {
  static final int PAGE = 30;
  private final MailingStore store;
  private final Templates templates;
  private final Books books;
  private final Addressees addressees;
  private final Audit audit;
  private final Clock clock;

  Mailings(
      MailingStore store,
      Templates templates,
      Books books,
      Addressees addressees,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.templates = templates;
    this.books = books;
    this.addressees = addressees;
    this.audit = audit;
    this.clock = clock;
  }

  /** A page, and one more where there is another page; the latest first. */
  @Transactional(readOnly = true)
  public List<Mailing> list(Pass pass, @Nullable Instant before, @Nullable MailingId id) {
    pass.requireWorks(Area.ADMIN);
    return store.list(pass.workspace().id(), before, id, PAGE + 1);
  }

  /**
   * @throws NotFound if there is none there
   */
  @Transactional(readOnly = true)
  public Mailing get(Pass pass, MailingId id) {
    pass.requireWorks(Area.ADMIN);
    return store.find(pass.workspace().id(), id).orElseThrow(NotFound::new);
  }

  /**
   * @throws NotFound if there is none there
   */
  @Transactional(readOnly = true)
  public List<Piece> pieces(Pass pass, MailingId id) {
    get(pass, id);
    return store.pieces(id);
  }

  /**
   * What would be written; nothing is kept. Contacts that the caller may not read are left out.
   *
   * @param problems what is wrong in the form
   */
  @Transactional(readOnly = true)
  public List<Drawn> look(Pass pass, Template template, MailingForm form, Problems problems) {
    pass.requireWorks(Area.ADMIN);
    var own = form.said(template, problems);
    var recipients = new ArrayList<Recipient>(chosen(pass, form.cards()));
    form.byHand(problems).ifPresent(recipients::add);
    if (recipients.isEmpty() && !problems.any()) {
      problems.add("to", "letters.to.missing");
    }
    if (recipients.size() > Mailing.MOST) {
      problems.add("to", "letters.to.many", Mailing.MOST, recipients.size());
    }
    if (problems.any()) {
      return List.of();
    }
    var day = LocalDate.ofInstant(clock.instant(), pass.workspace().zone());
    var merge = new Merge(template, own, pass.workspace().name(), pass.viewer().name(), day);
    var drawn = merge.drawn(recipients);
    if (drawn.stream().anyMatch(Drawn::large)) {
      problems.add("to", "letters.large");
    }
    return drawn;
  }

  private List<Recipient> chosen(Pass pass, List<CardId> cards) {
    return books
        .find(pass.workspace().id())
        .map(book -> addressees.of(book, cards).stream().map(Recipient::of).toList())
        .orElse(List.of());
  }

  /** Keeps what the look showed; what was sent twice is kept once. */
  @Transactional
  public Outcome<MailingId> keep(Pass pass, TemplateId from, MailingForm form, Problems problems) {
    var template = templates.get(pass, from);
    if (template.version() != form.seen()) {
      return refused(Refusal.conflict("letters.moved"));
    }
    var drawn = look(pass, template, form, problems);
    if (problems.any()) {
      return refused(Refusal.invalid("to", "letters.mend"));
    }
    var key = form.keyed();
    var now = clock.instant();
    var mailing =
        new Mailing(
            new MailingId(Ids.fresh()),
            template.kind(),
            template.language(),
            template.name(),
            LocalDate.ofInstant(now, pass.workspace().zone()),
            drawn.size(),
            0,
            pass.viewer().id(),
            now);
    var pieces = drawn.stream().map(Drawn::piece).toList();
    if (!store.add(pass.workspace().id(), template, mailing, key, pieces)) {
      return done(store.of(key).orElseThrow(NotFound::new));
    }
    audit.record(
        Deed.of("letters", "write")
            .on("mailing", mailing.id().value())
            .by(pass.viewer().id().value())
            .with("workspace", pass.workspace().id().toString())
            .with("pieces", pieces.size()));
    return done(mailing.id());
  }

  /**
   * Somebody says that one went out, or takes it back.
   *
   * @throws NotFound if there is none there
   */
  @Transactional
  public void tick(Pass pass, MailingId id, int number, boolean sent) {
    get(pass, id);
    if (!store.tick(id, number, sent ? clock.instant() : null, pass.viewer().id())) {
      throw new NotFound();
    }
  }
}
