package org.diestra.platform.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One mail to one person, in words that are already theirs: {@code Letter.to(address, locale,
 * "signin:confirm", subject).text(…).button(label, "/confirm?…").small(…)}. Both its parts, HTML
 * and plain text, are made from the same blocks. Line ends and other controls in what becomes a
 * header are taken for spaces.
 *
 * @param to one address
 * @param kind says what it is for, begins with the module's id
 * @param secret holds a link that lets somebody in: its content is forgotten once it is sent
 * @param replyTo where an answer goes, or null for nowhere
 * @param unsubscribe answers a POST by taking the reader off this kind (RFC 8058), or null
 * @param once the same text is never sent twice; null for a letter that may repeat
 */
public record Letter(
    String to,
    Locale locale,
    String kind,
    String subject,
    List<Block> blocks,
    List<Attachment> attachments,
    boolean secret,
    @Nullable String replyTo,
    @Nullable String unsubscribe,
    @Nullable String once) {
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]+");
  private static final int LONGEST_SUBJECT = 200;

  public Letter {
    Address.of(to);
    if (replyTo != null) {
      Address.of(replyTo);
    }
    if (unsubscribe != null) {
      Links.check(unsubscribe);
    }
    subject = oneLine(subject);
    blocks = List.copyOf(blocks);
    attachments = List.copyOf(attachments);
  }

  /**
   * @throws IllegalArgumentException if no mail can be sent to that address
   */
  public static Letter to(String address, Locale locale, String kind, String subject) {
    return new Letter(
        address, locale, kind, subject, List.of(), List.of(), false, null, null, null);
  }

  /** The line above all, as the page would have it. */
  public Letter heading(String text) {
    return with(new Block.Heading(text));
  }

  /** A paragraph; line ends are kept. */
  public Letter text(String text) {
    return with(new Block.Text(text));
  }

  /** Words of somebody else. */
  public Letter quote(String text) {
    return with(new Block.Quote(text));
  }

  /**
   * The one thing to do.
   *
   * @param link an address of http or https, or a path of this house
   */
  public Letter button(String label, String link) {
    return with(new Block.Button(label, link));
  }

  /** One of several things to look at, in a list. */
  public Letter item(String title, String detail, String link) {
    return with(new Block.Item(title, detail, link));
  }

  /** What is said at the foot: why this came, and what to do about it. */
  public Letter small(String text) {
    return with(new Block.Small(text));
  }

  /** A link at the foot. */
  public Letter smallLink(String label, String link) {
    return with(new Block.SmallLink(label, link));
  }

  public Letter attach(Attachment attachment) {
    var more = new ArrayList<>(attachments);
    more.add(attachment);
    return new Letter(to, locale, kind, subject, blocks, more, secret, replyTo, unsubscribe, once);
  }

  /**
   * With what a calendar program offers to put into the reader's calendar (RFC 6047, section 2.4):
   * as the last of the letter's readings, and as a file for programs that know files alone.
   *
   * @param method REQUEST or CANCEL, the same as within
   */
  public Letter invite(String method, byte[] calendar) {
    return attach(
        new Attachment(
            Attachment.INVITATION, Attachment.CALENDAR + method + "; charset=UTF-8", calendar));
  }

  public Letter withSecret() {
    return new Letter(
        to, locale, kind, subject, blocks, attachments, true, replyTo, unsubscribe, once);
  }

  public Letter withReplyTo(String address) {
    return new Letter(
        to, locale, kind, subject, blocks, attachments, secret, address, unsubscribe, once);
  }

  public Letter withUnsubscribe(String link) {
    return new Letter(to, locale, kind, subject, blocks, attachments, secret, replyTo, link, once);
  }

  /**
   * @param text for which of all it is: {@code "jobs:closed:" + job + ":" + person}
   */
  public Letter withOnce(String text) {
    return new Letter(
        to, locale, kind, subject, blocks, attachments, secret, replyTo, unsubscribe, text);
  }

  private Letter with(Block block) {
    var more = new ArrayList<>(blocks);
    more.add(block);
    return new Letter(
        to, locale, kind, subject, more, attachments, secret, replyTo, unsubscribe, once);
  }

  private static String oneLine(String text) {
    var line = CONTROLS.matcher(text).replaceAll(" ").strip();
    return line.length() <= LONGEST_SUBJECT ? line : line.substring(0, LONGEST_SUBJECT - 1) + "…";
  }

  /**
   * A small file that goes with a letter, such as an invitation.
   *
   * @param name shown to the reader: letters, digits, spaces and {@code ._-}
   * @param type a media type, with its parameters
   * @param content at most 1 MiB
   */
  public record Attachment(String name, String type, byte[] content) {
    public static final int LARGEST = 1 << 20;
    private static final String INVITATION = "invite.ics";
    private static final String CALENDAR = "text/calendar; method=";

    public Attachment {
      if (!name.matches("[\\p{L}\\p{N} ._-]{1,100}")
          || !type.matches("[a-z]+/[a-z0-9.+-]+(; ?[a-z]+=[A-Za-z0-9-]+)*")
          || content.length > LARGEST) {
        throw new IllegalArgumentException("can't be attached: " + name);
      }
      content = content.clone();
    }

    boolean isInvitation() {
      return type.startsWith(CALENDAR);
    }

    @Override
    public byte[] content() {
      return content.clone();
    }
  }
}
