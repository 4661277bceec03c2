package org.diestra.platform.accounts;

import org.diestra.platform.accounts.Accounts.Contact;
import org.diestra.platform.base.Token;
import org.diestra.platform.mail.Letter;
import org.diestra.platform.mail.Mail;
import org.diestra.platform.page.Pages;
import org.springframework.stereotype.Component;

/** The mails about acting for a business. */
@Component
class AccountLetters {
  private final Mail mail;
  private final Pages pages;

  AccountLetters(Mail mail, Pages pages) {
    this.mail = mail;
    this.pages = pages;
  }

  void suspended(Contact to, String why) {
    var words = pages.formats(to.locale(), to.zone());
    var subject = words.words("accounts.letter.suspended.subject");
    mail.send(
        Letter.to(to.email(), to.locale(), "accounts:suspended", subject)
            .heading(subject)
            .text(words.words("accounts.letter.suspended.text"))
            .quote(why)
            .small(words.words("accounts.letter.suspended.small", mail.address())));
  }

  void restored(Contact to) {
    var words = pages.formats(to.locale(), to.zone());
    var subject = words.words("accounts.letter.restored.subject");
    mail.send(
        Letter.to(to.email(), to.locale(), "accounts:restored", subject)
            .heading(subject)
            .text(words.words("accounts.letter.restored.text"))
            .button(words.words("accounts.letter.restored.button"), "/login"));
  }

  /** In the inviter's language, as the reader's is not known. */
  void invite(Viewer by, String business, EmailAddress to, Token token) {
    var words = pages.formats(by.locale(), by.zone());
    var subject = words.words("accounts.letter.invite.subject", business);
    mail.send(
        Letter.to(to.text(), by.locale(), "accounts", subject)
            .heading(subject)
            .text(words.words("accounts.letter.invite.text", by.name(), business))
            .button(words.words("accounts.letter.invite.button"), "/invitations/" + token.text())
            .small(words.words("accounts.letter.invite.small", Invitations.LIVES.toDays()))
            .withSecret());
  }
}
