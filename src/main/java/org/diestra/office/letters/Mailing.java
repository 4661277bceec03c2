package org.diestra.office.letters;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.diestra.office.contacts.CardId;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What was written from a template at one time.
 *
 * @param name what the template was called then
 * @param day that stands on it
 * @param pieces how many letters or mails, 1 to {@value #MOST}
 * @param sent how many of them somebody said went out
 */
record Mailing(
    MailingId id,
    Kind kind,
    Locale language,
    String name,
    LocalDate day,
    int pieces,
    int sent,
    PersonId madeBy,
    Instant madeAt) {
  /** Letters or mails at a time. */
  static final int MOST = 100;

  /**
   * One letter or mail.
   *
   * @param number from 1
   * @param card the contact whom it is for, or null for one that stands in no book
   * @param address as on an envelope, a line each
   * @param body Markdown for a letter, plain text for a mail
   * @param sentAt when somebody said that it went out, or null
   */
  record Piece(
      int number,
      @Nullable CardId card,
      String name,
      String address,
      String mail,
      String subject,
      String body,
      @Nullable Instant sentAt) {
    private static final int LONGEST_LINK = 1_900; // characters that every mail program takes

    /** Opens it in the reader's mail program (RFC 6068); null where it is too long for that. */
    @Nullable String link() {
      var link =
          "mailto:"
              + encoded(mail).replace("%40", "@")
              + "?subject="
              + encoded(subject)
              + "&body="
              + encoded(body.replace("\n", "\r\n"));
      return mail.isEmpty() || link.length() > LONGEST_LINK ? null : link;
    }

    private static String encoded(String text) {
      return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8)
          .replace("+", "%20");
    }
  }
}
