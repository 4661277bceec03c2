package org.diestra.platform.notifications;

/** How somebody hears of a kind. All but {@link #OFF} put it into the inbox. */
public enum Channel {
  INBOX,
  /** A mail at once, or when the quiet hours end. */
  MAIL,
  /** One mail a day, at eight in the morning of the person's zone. */
  DIGEST,
  OFF
}
