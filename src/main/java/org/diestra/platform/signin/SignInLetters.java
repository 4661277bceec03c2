package org.diestra.platform.signin;

import java.time.ZoneId;
import java.util.Locale;
import org.diestra.platform.accounts.Accounts.Contact;
import org.diestra.platform.accounts.NewPerson;
import org.diestra.platform.base.Token;
import org.diestra.platform.mail.Letter;
import org.diestra.platform.mail.Mail;
import org.diestra.platform.page.Formats;
import org.diestra.platform.page.Pages;
import org.springframework.stereotype.Component;

/** The mails about an account, in the reader's language. */
@Component
class SignInLetters {
  private final Mail mail;
  private final Pages pages;

  SignInLetters(Mail mail, Pages pages) {
    this.mail = mail;
    this.pages = pages;
  }

  /** To an address that asked for an account: whoever reads it can open one. */
  void confirm(NewPerson person, Token token) {
    var words = words(person.locale(), person.zone());
    mail.send(
        letter(person.email().text(), words, "confirm")
            .text(words.words("signin.letter.confirm.text", person.name()))
            .button(words.words("signin.letter.confirm.button"), "/signup/confirm/" + token.text())
            .small(words.words("signin.letter.confirm.small", SignUps.LINK_LIVES.toHours()))
            .withSecret());
  }

  /** To an address that asked for an account and has one. */
  void alreadyHere(Contact contact) {
    var words = words(contact.locale(), contact.zone());
    mail.send(
        letter(contact.email(), words, "already")
            .text(words.words("signin.letter.already.text", contact.name()))
            .button(words.words("signin.letter.already.button"), "/login")
            .smallLink(words.words("signin.login.forgot"), "/reset"));
  }

  /** The link to a new password. */
  void reset(Contact contact, Token token) {
    var words = words(contact.locale(), contact.zone());
    mail.send(
        letter(contact.email(), words, "reset")
            .text(words.words("signin.letter.reset.text", contact.name()))
            .button(words.words("signin.letter.reset.button"), "/reset/" + token.text())
            .small(words.words("signin.letter.reset.small"))
            .withSecret());
  }

  /** Tells the owner of an account, who may not be the one who did it. */
  void passwordChanged(Contact contact) {
    var words = words(contact.locale(), contact.zone());
    mail.send(
        letter(contact.email(), words, "changed")
            .text(words.words("signin.letter.changed.text", contact.name()))
            .button(words.words("signin.reset.button"), "/reset")
            .small(words.words("signin.letter.changed.small")));
  }

  /** The same where they did it from within their account. */
  void passwordChangedInside(Contact contact) {
    var words = words(contact.locale(), contact.zone());
    mail.send(
        letter(contact.email(), words, "changed")
            .text(words.words("signin.letter.changed.inside", contact.name()))
            .button(words.words("signin.reset.button"), "/reset")
            .small(words.words("signin.letter.changed.small")));
  }

  private Formats words(Locale locale, ZoneId zone) {
    return pages.formats(locale, zone);
  }

  private static Letter letter(String to, Formats words, String kind) {
    return Letter.to(
            to,
            words.locale(),
            String.join(".", "signin", kind),
            words.words("signin.letter." + kind + ".subject"))
        .heading(words.words("signin.letter." + kind + ".subject"));
  }
}
