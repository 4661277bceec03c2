package org.diestra.platform.mail;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.diestra.platform.base.Ids;
import org.diestra.platform.page.Pages;
import org.springframework.stereotype.Component;

/** Lays a letter out: one look for all of the house's mail, and the same words as plain text. */
@Component
class Layout {
  private static final int PREVIEW = 140;
  private final Pages pages;
  private final Links links;

  Layout(Pages pages, Links links) {
    this.pages = pages;
    this.links = links;
  }

  Queued lay(Letter letter, Address to, Queued.State state, Instant now, Instant leaves) {
    var unsubscribe = letter.unsubscribe();
    return new Queued(
        Ids.fresh(),
        letter.kind(),
        to.key(),
        to.toString(),
        letter.locale().toLanguageTag(),
        letter.subject(),
        text(letter),
        html(letter),
        letter.secret(),
        letter.replyTo(),
        unsubscribe == null ? null : links.full(unsubscribe),
        letter.once(),
        letter.attachments(),
        state,
        now,
        leaves,
        0,
        null,
        null);
  }

  String html(Letter letter) {
    var feet = letter.blocks().stream().filter(Layout::isFoot).toList();
    var rest = letter.blocks().stream().filter(b -> !isFoot(b)).toList();
    var view = new LetterView(letter.subject(), preview(letter), rest, feet, links);
    return pages.text(
        "platform/mail/letter.jte", Map.of("letter", view), letter.locale(), ZoneOffset.UTC);
  }

  String text(Letter letter) {
    var words = pages.formats(letter.locale(), ZoneOffset.UTC);
    return letter.blocks().stream().map(this::plain).collect(Collectors.joining("\n\n"))
        + "\n\n-- \n"
        + words.words("mail.letter.from")
        + "\n"
        + links.house()
        + "\n";
  }

  private String plain(Block block) {
    return switch (block) {
      case Block.Heading(var text) -> text.toUpperCase(Locale.ROOT);
      case Block.Text(var text) -> text;
      case Block.Quote(var text) ->
          text.lines().map(l -> "> " + l).collect(Collectors.joining("\n"));
      case Block.Button(var label, var link) -> label + ":\n" + links.full(link);
      case Block.Item(var title, var detail, var link) ->
          "* " + title + (detail.isEmpty() ? "" : "\n  " + detail) + "\n  " + links.full(link);
      case Block.Small(var text) -> text;
      case Block.SmallLink(var label, var link) -> label + ": " + links.full(link);
    };
  }

  /** What mail programs show beside the subject. */
  private static String preview(Letter letter) {
    var text =
        letter.blocks().stream()
            .filter(b -> b instanceof Block.Text)
            .map(b -> ((Block.Text) b).text())
            .findFirst()
            .orElse("");
    return text.length() <= PREVIEW ? text : text.substring(0, PREVIEW);
  }

  private static boolean isFoot(Block block) {
    return block instanceof Block.Small || block instanceof Block.SmallLink;
  }

  /** What the template shows. */
  record LetterView(
      String subject, String preview, List<Block> blocks, List<Block> feet, Links links) {
    String full(String link) {
      return links.full(link);
    }

    List<String> lines(String text) {
      return text.lines().toList();
    }
  }
}
