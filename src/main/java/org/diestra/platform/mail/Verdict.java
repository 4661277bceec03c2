package org.diestra.platform.mail;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * What a refusal means. Only a refusal (5yz, RFC 5321, section 4.2.1) of the reader's address or of
 * this very letter is final; all else, our own login included, may be mended while letters wait.
 */
final class Verdict {
  private static final int LONGEST = 500;

  private Verdict() {}

  static boolean forGood(MessagingException refusal) {
    for (@Nullable Exception e = refusal;
        e instanceof MessagingException one;
        e = one.getNextException()) {
      if (e instanceof SMTPSenderFailedException) {
        return false;
      }
      if (e instanceof SMTPAddressFailedException address) {
        return isFinal(address.getReturnCode());
      }
      if (e instanceof SMTPSendFailedException letter && isFinal(letter.getReturnCode())) {
        return true;
      }
    }
    return false;
  }

  /** What the server said, in one line. */
  static String words(Throwable why) {
    var last = why;
    while (last instanceof MessagingException e && e.getNextException() != null) {
      last = e.getNextException();
    }
    var said = String.valueOf(last.getMessage()).replaceAll("[\\p{Cntrl}]+", " ").strip();
    return said.length() <= LONGEST ? said : said.substring(0, LONGEST);
  }

  private static boolean isFinal(int code) {
    return code >= 500 && code <= 599;
  }
}
