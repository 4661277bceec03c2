package org.diestra.platform.factors;

import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Accounts.Contact;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.mail.Letter;
import org.diestra.platform.mail.Mail;
import org.diestra.platform.page.Pages;
import org.springframework.stereotype.Component;

/** Tells the owner of an account what was changed in it; it may have been somebody else. */
@Component
class FactorLetters {
  private final Accounts accounts;
  private final Mail mail;
  private final Pages pages;

  FactorLetters(Accounts accounts, Mail mail, Pages pages) {
    this.accounts = accounts;
    this.mail = mail;
    this.pages = pages;
  }

  /**
   * @param what the word that the record has for it, and its messages
   * @param args what the text names, after the person's name
   */
  void tell(PersonId person, String what, Object... args) {
    accounts.contact(person).ifPresent(contact -> mail.send(letter(contact, what, args)));
  }

  private Letter letter(Contact contact, String what, Object... args) {
    var words = pages.formats(contact.locale(), contact.zone());
    var key = "factors.letter." + what;
    var named = new Object[args.length + 1];
    named[0] = contact.name();
    System.arraycopy(args, 0, named, 1, args.length);
    return Letter.to(
            contact.email(),
            words.locale(),
            String.join(".", "factors", what),
            words.words(key + ".subject"))
        .heading(words.words(key + ".subject"))
        .text(words.words(key + ".text", named))
        .button(words.words("factors.letter.button"), "/settings/security")
        .small(words.words("factors.letter.small"));
  }
}
