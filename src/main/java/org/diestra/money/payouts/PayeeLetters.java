package org.diestra.money.payouts;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Token;
import org.diestra.platform.mail.Letter;
import org.diestra.platform.mail.Mail;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells whoever reads the account's mail, now and at the time of the last bank details, that these
 * were changed. Nobody can choose not to be told, and the link works without signing in.
 */
@Component
class PayeeLetters {
  private static final Duration LINK_LIVES = Duration.ofDays(30);
  private final Mail mail;
  private final Pages pages;
  private final FreezeStore freezes;
  private final Clock clock;

  PayeeLetters(Mail mail, Pages pages, FreezeStore freezes, Clock clock) {
    this.mail = mail;
    this.pages = pages;
    this.freezes = freezes;
    this.clock = clock;
  }

  /**
   * @param before the last version, or null for the first
   */
  void changed(Viewer viewer, @Nullable Payee before, Payee after) {
    var addresses = new LinkedHashSet<String>();
    addresses.add(viewer.email());
    if (before != null) {
      addresses.add(before.email());
    }
    addresses.forEach(to -> mail.send(letter(viewer, to, before == null, after)));
  }

  private Letter letter(Viewer viewer, String to, boolean first, Payee after) {
    var words = pages.formats(viewer.locale(), viewer.zone());
    var token = Token.fresh();
    freezes.offer(token, viewer.id(), clock.instant().plus(LINK_LIVES));
    var subject = words.words(first ? "payouts.letter.first" : "payouts.letter.changed");
    return Letter.to(to, viewer.locale(), "payouts.details", subject)
        .heading(subject)
        .text(
            words.words(
                "payouts.letter.text", viewer.name(), after.masked(), words.dateTime(after.from())))
        .button(words.words("payouts.stop.go"), "/money/payouts/stop/" + token.text())
        .small(words.words("payouts.letter.small"))
        .withSecret();
  }
}
