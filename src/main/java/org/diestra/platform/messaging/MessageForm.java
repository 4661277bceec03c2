package org.diestra.platform.messaging;

import java.util.List;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Token;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a message may send.
 *
 * @param key of this form: sent twice, it says nothing twice
 * @param files that were brought before, by their ids
 * @param anyway "true" where the writer has read what the rules find in it
 */
record MessageForm(
    @Nullable String text,
    @Nullable String key,
    @Nullable List<String> files,
    @Nullable String anyway) {
  private static final int LONGEST_KEY = 100;

  List<String> brought() {
    return files == null ? List.of() : files;
  }

  static MessageForm empty() {
    return new MessageForm("", Token.fresh().text(), List.of(), null);
  }

  static MessageForm of(DraftStore.Draft draft) {
    return new MessageForm(draft.text(), draft.key(), List.of(), null);
  }

  boolean sentAnyway() {
    return "true".equals(anyway);
  }

  /** The key, or a new one where the browser sent none that is one. */
  String keyed() {
    return key == null || key.isBlank() || key.length() > LONGEST_KEY ? Token.fresh().text() : key;
  }

  /** A new form with the same words, after the old one was used up. */
  MessageForm anew() {
    return new MessageForm(text, Token.fresh().text(), files, null);
  }

  MessageForm with(List<String> newFiles) {
    return new MessageForm(text, keyed(), newFiles, anyway);
  }

  /** What was written; it may be empty where there are files. */
  String read(Problems problems) {
    var typed = new Typed(problems);
    return brought().isEmpty()
        ? typed.text("text", text, Message.LONGEST, "messaging.text.missing")
        : typed.text("text", text, Message.LONGEST);
  }
}
